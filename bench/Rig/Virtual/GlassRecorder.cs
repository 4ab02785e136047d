using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>
/// Watches a display in virtual time. Whoever owns the display calls <see cref="Changed"/>; the recorder looks once the
/// picture has stood still for <see cref="IGlass.SettleTime"/>, so nothing ticks while nothing changes.
/// </summary>
internal sealed class GlassRecorder(VirtualTime time, int columns, Func<IReadOnlyList<string>> read) : IGlass
{
    /// <summary>A year of a counting-down credit is some ten thousand pictures; older ones are forgotten.</summary>
    private const int MostKept = 20_000;

    /// <summary>
    /// A picture costs as much as so many events: it had to be made, drawn and compared, and the record behind it
    /// saved.
    /// </summary>
    private const int WorkPerPicture = 40;

    private static readonly TimeSpan PatienceForRest = TimeSpan.FromMinutes(1);

    private readonly List<GlassPicture> _pictures = [];
    private int _forgotten;
    private TimeSpan _lastChange;
    private bool _isLookScheduled;
    private bool _isSettled;

    public int Columns => columns;

    public GlassKind Kind { get; init; }

    public IReadOnlyList<string> Read() => read();

    /// <summary>A cell of the display is not what it was.</summary>
    public void Changed()
    {
        _lastChange = time.Now;
        _isSettled = false;
        if (_isLookScheduled) return;
        _isLookScheduled = true;
        time.After(IGlass.SettleTime, Look);
    }

    public GlassMark Mark()
    {
        var count = _forgotten + _pictures.Count;
        return new GlassMark(_isSettled ? count - 1 : count);
    }

    public IReadOnlyList<GlassPicture> Since(GlassMark mark)
    {
        var from = Math.Clamp(mark.Index - _forgotten, 0, _pictures.Count);
        return _pictures.GetRange(from, _pictures.Count - from);
    }

    public GlassPicture WaitUntilSettled()
    {
        var end = time.Now + PatienceForRest;
        while (!_isSettled)
        {
            if (time.Now > end)
                throw new RigFaultException($"glass: it did not come to rest within {PatienceForRest.TotalSeconds} s");
            time.WaitUntil(_lastChange + IGlass.SettleTime);
            if (!_isLookScheduled && !_isSettled) Look();
        }

        return _pictures[^1];
    }

    private void Look()
    {
        _isLookScheduled = false;
        if (time.Now < _lastChange + IGlass.SettleTime)
        {
            _isLookScheduled = true;
            time.At(_lastChange + IGlass.SettleTime, Look);
            return;
        }

        _isSettled = true;
        var lines = read();
        if (_pictures.Count > 0 && _pictures[^1].Lines.SequenceEqual(lines)) return;
        if (_pictures.Count == MostKept)
        {
            _pictures.RemoveRange(0, MostKept / 2);
            _forgotten += MostKept / 2;
        }

        time.Charge(WorkPerPicture);
        _pictures.Add(new GlassPicture(lines, _lastChange));
    }
}
