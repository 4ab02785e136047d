namespace HilBench.Chips;

/// <summary>
/// The supply of one board. It fails and returns at once (no ramp, no brown-out); whoever hangs on it is told in the
/// order of subscription, so wires come before chips, chips before the processor, and the bench last.
/// </summary>
public sealed class PowerDomain(VirtualTime time)
{
    public bool IsOn { get; private set; } = true;

    /// <summary>When the supply last came up; the start of the bench unless it failed since.</summary>
    public TimeSpan OnSince { get; private set; } = time.Now;

    public event Action? Failed;

    public event Action? Restored;

    /// <summary>Cuts the supply. Cutting it twice changes nothing.</summary>
    public void Fail()
    {
        if (!IsOn) return;
        IsOn = false;
        Failed?.Invoke();
    }

    /// <summary>Brings the supply back. Doing so while it is on changes nothing.</summary>
    public void Restore()
    {
        if (IsOn) return;
        IsOn = true;
        OnSince = time.Now;
        Restored?.Invoke();
    }
}
