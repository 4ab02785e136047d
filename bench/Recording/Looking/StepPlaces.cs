namespace HilBench.Recording.Looking;

/// <summary>
/// Which step a moment belongs to. Pictures and beeps are only noted when somebody looks, and that may be a step later:
/// a step goes from its first call to the first call of the next.
/// </summary>
internal sealed class StepPlaces
{
    private readonly List<(TimeSpan At, long Place, int Step)> _begins = [];

    public StepPlaces(FlightRecording recording)
    {
        foreach (var call in recording.Calls)
        {
            if (_begins.Count == 0 || call.Step > _begins[^1].Step) _begins.Add((call.At, call.Place, call.Step));
        }
    }

    /// <summary>The steps in which something was done or asked, and when they began.</summary>
    public IReadOnlyList<(TimeSpan At, long Place, int Step)> Begins => _begins;

    /// <summary>From 0; -1 before the first.</summary>
    public int Of(TimeSpan at, long place)
    {
        var (low, high) = (0, _begins.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var (began, first, _) = _begins[middle];
            if (began < at || (began == at && first <= place)) low = middle + 1;
            else high = middle;
        }

        return low > 0 ? _begins[low - 1].Step : _begins.Count > 0 ? _begins[0].Step : -1;
    }
}
