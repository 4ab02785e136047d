using HilBench.Meter;

namespace HilBench.Simulation.Trials;

/// <summary>
/// When a limit trips the load switch and when it comes back (docs/meters.md): more than the limit for ten seconds
/// opens it, a minute later it closes, and a power cut begins the minute anew.
/// </summary>
internal record struct LedgerSwitch(OverloadRule Rule)
{
    private TimeSpan? _overSince;
    private TimeSpan _trippedAt;
    private TimeSpan _changedAt;

    public bool IsTripped { get; private set; }

    /// <summary>The next trip or return; null = neither.</summary>
    public readonly TimeSpan? Due => IsTripped ? _trippedAt + Rule.ReconnectAfter : _overSince + Rule.TripAfter;

    /// <summary>Whether more than the limit flows, from now on.</summary>
    public void Watch(bool isOver, TimeSpan now)
    {
        if (isOver != _overSince is not null) _overSince = isOver ? now : null;
    }

    /// <summary>What is due now happens.</summary>
    public void Change(TimeSpan now)
    {
        IsTripped = !IsTripped;
        (_trippedAt, _changedAt, _overSince) = (now, now, null);
    }

    /// <summary>As if what changed since a moment had not: the write of it was cut.</summary>
    public void Undo(TimeSpan since)
    {
        if (_changedAt >= since && _changedAt > TimeSpan.Zero) IsTripped = !IsTripped;
    }

    public void PowerReturns(TimeSpan now) => (_overSince, _trippedAt) = (null, now);
}
