namespace HilBench.Chips;

/// <summary>
/// <b>Test loop</b>: a DC supply of its own, the contact of the meter's load switch and a resistor, all in one circle.
/// <para>
/// Pins in: the coil of the load switch, with a weak pull to ground. The contact closes <see cref="OperateTime"/> after
/// the coil gets its current and opens <see cref="ReleaseTime"/> after it has lost it; a coil that changes its mind
/// meanwhile moves nothing. The supply of the meter's board feeds the coil, not the loop.
/// </para>
/// <para><b>Not modelled:</b> bouncing, resistance of the contact, inductance, arcs.</para>
/// </summary>
public sealed class TestLoopCircuit : Chip, IPinWatcher
{
    /// <summary>Of a latching-free 40 A relay, about.</summary>
    public static readonly TimeSpan OperateTime = TimeSpan.FromMilliseconds(12);

    public static readonly TimeSpan ReleaseTime = TimeSpan.FromMilliseconds(6);

    public TestLoopCircuit(
        CircuitBoard board, PinHeader header, int coilPin, double volts, double ohms, string name = "test loop")
        : base(board, name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ohms);
        (_volts, _ohms) = (volts, ohms);
        header.Pull(coilPin, PinPull.Down);
        header.Watch(coilPin, this);
    }

    // ---- what a test does to it -----------------------------------------------------------------------------

    /// <summary>The loop's own supply.</summary>
    public double Volts
    {
        get => _volts;
        set => Change(() => _volts = value);
    }

    public double Ohms
    {
        get => _ohms;
        set => Change(() => _ohms = value);
    }

    public ContactCondition Condition
    {
        get => _condition;
        set => Change(() => _condition = value);
    }

    // ---- peeks ----------------------------------------------------------------------------------------------

    public bool IsClosed => _condition switch
    {
        ContactCondition.Welded => true,
        ContactCondition.Dead => false,
        _ => _isDrawn,
    };

    public double Amperes => IsClosed ? _volts / _ohms : 0;

    /// <inheritdoc/>
    public override string Describe() => $"{_volts} V, {(IsClosed ? "closed" : "open")}, {_condition}";

    /// <summary>Volts and amperes are not what they were.</summary>
    internal event Action? Changed;

    // ---- reset and power ------------------------------------------------------------------------------------

    /// <summary>The contact falls open; what has become of it stays.</summary>
    public override void Reset() => Move(drawn: false);

    void IPinWatcher.PinChanged(int pin, bool high) => Drive(high && IsPowered);

    protected override void PowerOn()
    {
        // The coil has no current before the firmware gives it some.
    }

    protected override void PowerOff() => Drive(false);

    // ---- private machinery ----------------------------------------------------------------------------------

    private void Drive(bool coil)
    {
        if (coil == _coil) return;
        _coil = coil;
        _moving?.Cancel();
        _moving = Board.Time.After(coil ? OperateTime : ReleaseTime, () => Move(coil));
    }

    private void Move(bool drawn) => Change(() => _isDrawn = drawn);

    private void Change(Action change)
    {
        var before = (Volts, Amperes);
        change();
        if (before != (Volts, Amperes)) Changed?.Invoke();
    }

    // ---- fields and state -----------------------------------------------------------------------------------

    private double _volts;
    private double _ohms;
    private ContactCondition _condition;
    private bool _coil;
    private bool _isDrawn;
    private HardwareEvent? _moving;
}
