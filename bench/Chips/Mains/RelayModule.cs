namespace HilBench.Chips;

/// <summary>
/// <b>Relay module</b>: one relay of a board as laboratories buy them, with its driver and an input.
/// <para>
/// Pins in: the input, high or low active, with the board's own resistor that holds it at rest: an input that nobody
/// drives leaves the relay off. The contact closes <see cref="OperateTime"/> after the input becomes active and opens
/// <see cref="ReleaseTime"/> after it no longer is; an input that changes its mind meanwhile moves nothing.
/// </para>
/// <para><b>Not modelled:</b> bouncing, the changeover contact, arcs, what hangs on the contact.</para>
/// </summary>
public sealed class RelayModule : Chip, IPinWatcher
{
    public static readonly TimeSpan OperateTime = TimeSpan.FromMilliseconds(10);
    public static readonly TimeSpan ReleaseTime = TimeSpan.FromMilliseconds(5);

    /// <param name="board">The supply of the coil, which is not what the contact switches.</param>
    public RelayModule(
        CircuitBoard board, PinHeader header, int input, bool activeLow = false, string name = "relay")
        : base(board, name)
    {
        _activeLow = activeLow;
        header.Pull(input, activeLow ? PinPull.Up : PinPull.Down);
        header.Watch(input, this);
    }

    /// <summary>The contact moved; true = closed.</summary>
    public event Action<bool>? Switched;

    /// <summary>What has become of the contact; a test breaks it before it is used.</summary>
    public ContactCondition Condition { get; set; }

    // ---- peeks ----------------------------------------------------------------------------------------------

    public bool IsClosed { get; private set; }

    /// <summary>Peek: how often the contact closed since the bench began.</summary>
    public int Closings { get; private set; }

    /// <inheritdoc/>
    public override string Describe() => $"{(IsClosed ? "closed" : "open")}, {Condition}";

    // ---- reset and power ------------------------------------------------------------------------------------

    public override void Reset() => Move(closed: false);

    void IPinWatcher.PinChanged(int pin, bool high) => Drive(high != _activeLow && IsPowered);

    protected override void PowerOn()
    {
        // An active input is seen at its next change, as by a driver with a slow start.
    }

    protected override void PowerOff() => Drive(active: false);

    // ---- private machinery ----------------------------------------------------------------------------------

    private void Drive(bool active)
    {
        if (active == _active) return;
        _active = active;
        _moving?.Cancel();
        _moving = Board.Time.After(active ? OperateTime : ReleaseTime, () => Move(active));
    }

    private void Move(bool closed)
    {
        var stands = Condition switch
        {
            ContactCondition.Welded => IsClosed || closed,
            ContactCondition.Dead => false,
            _ => closed,
        };
        if (stands == IsClosed) return;
        IsClosed = stands;
        if (stands) Closings++;
        Switched?.Invoke(stands);
    }

    // ---- fields and state -----------------------------------------------------------------------------------

    private readonly bool _activeLow;
    private bool _active;
    private HardwareEvent? _moving;
}
