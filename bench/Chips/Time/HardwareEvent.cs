namespace HilBench.Chips;

/// <summary>
/// Something the hardware does at a known moment: a contact bounces, the mains fails. Cancelling is idempotent, and
/// cancelling an event that has already happened changes nothing.
/// </summary>
public sealed class HardwareEvent
{
    private Action? _action;

    internal HardwareEvent(long dueTicks, Action action)
    {
        DueTicks = dueTicks;
        _action = action;
    }

    public TimeSpan Due => new(DueTicks);

    /// <summary>True until the event has happened or was cancelled.</summary>
    public bool IsPending => _action is not null;

    internal long DueTicks { get; }

    public void Cancel() => _action = null;

    internal Action? Take()
    {
        Action? action = _action;
        _action = null;
        return action;
    }
}
