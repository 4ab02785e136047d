using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>
/// The display that the guest's pins draw. An emulated processor may stop in the middle of a frame, so a picture counts
/// after 120 milliseconds of the guest's time and not after ten.
/// </summary>
internal sealed class VmGlass(VmBoard board, Action pump, Func<TimeSpan> now, int columns) : IGlass
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(120);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan PatienceForRest = TimeSpan.FromSeconds(30);

    private readonly List<GlassPicture> _pictures = [];
    private TimeSpan _takenFrom = TimeSpan.MinValue;

    public int Columns => columns;

    private bool IsSettled => _takenFrom == board.ChangedAt;

    public IReadOnlyList<string> Read()
    {
        pump();
        return board.Glass;
    }

    /// <summary>
    /// Call this with the time of the next change before making it, or with the present time when no change is known.
    /// </summary>
    public void Look(TimeSpan at)
    {
        if (IsSettled || at - board.ChangedAt < Settle) return;
        _takenFrom = board.ChangedAt;
        var lines = board.Glass;
        if (_pictures.Count > 0 && _pictures[^1].Lines.SequenceEqual(lines)) return;
        _pictures.Add(new GlassPicture([.. lines], board.ChangedAt));
    }

    public GlassMark Mark()
    {
        pump();
        return new GlassMark(IsSettled ? _pictures.Count - 1 : _pictures.Count);
    }

    public IReadOnlyList<GlassPicture> Since(GlassMark mark)
    {
        var from = Math.Clamp(mark.Index, 0, _pictures.Count);
        return _pictures.GetRange(from, _pictures.Count - from);
    }

    public GlassPicture WaitUntilSettled()
    {
        var end = now() + PatienceForRest;
        pump();
        while (!IsSettled)
        {
            if (now() > end) throw new RigFaultException($"glass: no rest for {PatienceForRest.TotalSeconds} s");
            Thread.Sleep(Blink);
            pump();
        }

        return _pictures[^1];
    }
}
