namespace HilBench.Chips;

/// <summary>
/// The supply of one board. When the mains fails it lives on its reserve for <see cref="HoldUp"/> and warns of its end.
/// The mains has a voltage, and to this supply a mains below <see cref="LowestVolts"/> is none. It fails and returns at
/// once (no ramp); whoever hangs on it is told in the order of subscription, so wires come before chips, chips before
/// the processor, and the bench last.
/// </summary>
public sealed class PowerDomain(VirtualTime time)
{
    private HardwareEvent? _end;
    private bool _isThere = true;
    private int _lineVolts = UsualVolts;

    /// <summary>What a European socket has.</summary>
    public const int UsualVolts = 230;

    public bool IsOn { get; private set; } = true;

    /// <summary>When the supply last came up; the start of the bench unless it failed since.</summary>
    public TimeSpan OnSince { get; private set; } = time.Now;

    /// <summary>How long the supply lasts without mains; zero = not at all, and nothing warns of its end.</summary>
    public TimeSpan HoldUp { get; set; }

    /// <summary>The supply lives on its reserve.</summary>
    public bool IsFailing => IsOn && _end is { IsPending: true };

    /// <summary>The least this supply works from; 0 = from whatever there is.</summary>
    public int LowestVolts { get; set; }

    /// <summary>The voltage at the supply's terminals; 0 while the mains has failed.</summary>
    public int Volts => _isThere ? _lineVolts : 0;

    /// <summary>
    /// What the line carries whenever the mains is there. A line that no longer suffices is a mains failure to the
    /// supply, and one that suffices again its return.
    /// </summary>
    public int LineVolts
    {
        get => _lineVolts;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Change(() => _lineVolts = value);
        }
    }

    /// <summary>The voltage at the terminals is another one now.</summary>
    public event Action? VoltsChanged;

    /// <summary>The mains is gone and the reserve lasts for <see cref="HoldUp"/> from now.</summary>
    public event Action? Failing;

    /// <summary>The mains came back before the reserve was used up.</summary>
    public event Action? Recovered;

    public event Action? Failed;

    public event Action? Restored;

    /// <summary>The mains fails: a warning now, and the end of the supply when its reserve is used up.</summary>
    public void MainsFail() => Change(() => _isThere = false);

    /// <summary>Cuts the supply, reserve and all. Cutting it twice changes nothing.</summary>
    public void Fail()
    {
        Change(() => _isThere = false, isAtOnce: true);
        End();
    }

    /// <summary>
    /// Brings the mains back, with the voltage the line has. Doing so while it is on changes nothing.
    /// </summary>
    public void Restore() => Change(() => _isThere = true);

    private bool IsFed => _isThere && _lineVolts >= LowestVolts;

    private void Change(Action change, bool isAtOnce = false)
    {
        var before = Volts;
        change();
        // A meter that is told both hears of the voltage first, as it measures it itself.
        if (Volts != before) VoltsChanged?.Invoke();
        if (IsFed) Begin();
        else if (!isAtOnce) Starve();
    }

    private void Starve()
    {
        if (HoldUp <= TimeSpan.Zero) End();
        if (!IsOn || _end is { IsPending: true }) return;
        _end = time.After(HoldUp, End);
        Failing?.Invoke();
    }

    private void End()
    {
        _end?.Cancel();
        if (!IsOn) return;
        IsOn = false;
        Failed?.Invoke();
    }

    private void Begin()
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
