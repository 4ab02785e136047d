namespace HilBench.Recording.Looking.Waves;

/// <summary>How much time a view shows: 1, 2 or 5 of a power of ten, from a microsecond up.</summary>
public static class WaveZoom
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMicroseconds(1);

    /// <summary>Live, the last seconds are of interest; a recording can be looked at as a whole.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1000);

    /// <summary>All there are, shortest first.</summary>
    public static IReadOnlyList<TimeSpan> Lengths { get; } = [.. Steps()];

    /// <summary>The next shorter one.</summary>
    public static TimeSpan In(TimeSpan length) => Lengths.LastOrDefault(one => one < length, Shortest);

    /// <summary>The next longer one.</summary>
    public static TimeSpan Out(TimeSpan length) => Lengths.FirstOrDefault(one => one > length, Longest);

    /// <summary>The shortest that shows all of this.</summary>
    public static TimeSpan Around(TimeSpan length) => Lengths.FirstOrDefault(one => one >= length, Longest);

    private static IEnumerable<TimeSpan> Steps()
    {
        for (var step = Shortest; step <= Longest; step = TimeSteps.AtLeast(step + TimeSpan.FromTicks(1)))
            yield return step;
    }
}
