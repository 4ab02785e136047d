namespace HilBench.Chips;

/// <summary>
/// The supply of one board. When the mains fails it lives on its reserve for <see cref="HoldUp"/> and warns of its end.
/// It fails and returns at once (no ramp, no brown-out); whoever hangs on it is told in the
/// order of subscription, so wires come before chips, chips before the processor, and the bench last.
/// </summary>
public sealed class PowerDomain(VirtualTime time)
{
    private HardwareEvent? _end;

    public bool IsOn { get; private set; } = true;

    /// <summary>When the supply last came up; the start of the bench unless it failed since.</summary>
    public TimeSpan OnSince { get; private set; } = time.Now;

    /// <summary>How long the supply lasts without mains; zero = not at all, and nothing warns of its end.</summary>
    public TimeSpan HoldUp { get; set; }

    /// <summary>The mains is gone and the reserve lasts for <see cref="HoldUp"/> from now.</summary>
    public event Action? Failing;

    /// <summary>The mains came back before the reserve was used up.</summary>
    public event Action? Recovered;

    public event Action? Failed;

    public event Action? Restored;

    /// <summary>The mains fails: a warning now, and the end of the supply when its reserve is used up.</summary>
    public void MainsFail()
    {
        if (HoldUp <= TimeSpan.Zero) Fail();
        if (!IsOn || _end is { IsPending: true }) return;
        _end = time.After(HoldUp, Fail);
        Failing?.Invoke();
    }

    /// <summary>Cuts the supply, reserve and all. Cutting it twice changes nothing.</summary>
    public void Fail()
    {
        _end?.Cancel();
        if (!IsOn) return;
        IsOn = false;
        Failed?.Invoke();
    }

    /// <summary>Brings the mains back. Doing so while it is on changes nothing.</summary>
    public void Restore()
    {
        if (_end is { IsPending: true })
        {
            _end.Cancel();
            Recovered?.Invoke();
        }

        if (IsOn) return;
        IsOn = true;
        OnSince = time.Now;
        Restored?.Invoke();
    }
}
