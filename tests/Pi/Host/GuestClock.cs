using System.Diagnostics;

namespace HilBench.Pi;

/// <summary>
/// The guest's clock, known from outside: what it was when last heard of and the host's time since then. It never goes
/// back, and may be behind by as long as the news took. For several threads.
/// </summary>
internal sealed class GuestClock
{
    private readonly Lock _lock = new();
    private TimeSpan _ahead;
    private bool _isKnown;

    public TimeSpan Now
    {
        get
        {
            lock (_lock) return _isKnown ? Host + _ahead : TimeSpan.Zero;
        }
    }

    private static TimeSpan Host => Stopwatch.GetElapsedTime(0);

    /// <summary>It was this a moment ago. Old news does not set it back.</summary>
    public void Heard(TimeSpan guest)
    {
        lock (_lock)
        {
            var ahead = guest - Host;
            if (_isKnown && ahead <= _ahead) return;
            _ahead = ahead;
            _isKnown = true;
        }
    }

    /// <summary>The guest has started anew, and its clock with it.</summary>
    public void Restart()
    {
        lock (_lock) _isKnown = false;
    }
}
