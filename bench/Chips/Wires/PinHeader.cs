using System.Device.Gpio;

namespace HilBench.Chips;

/// <summary>
/// <b>Pin header</b>: up to 64 wires, each with the processor's GPIO pad of the same number at one end and chips,
/// resistors and contacts at the other.
/// <para>
/// Levels: a strong driver (a GPIO output, a chip output) beats a pull (the pad's own or a resistor on the board); two
/// strong drivers that disagree fight, which is a <see cref="ChipFinding"/>, and low wins. Closed contacts join wires,
/// through any number of them; diodes make that one-way. A wire that nobody drives keeps the level it was last seen
/// with, and firmware that reads it gets a finding.
/// </para>
/// <para>
/// <b>Speed:</b> a write to a wire that nobody watches, and that is joined to nothing, only sets a latch; levels are
/// worked out when somebody looks. All of it is masks over one 64-bit word.
/// </para>
/// <para>
/// <b>Not modelled:</b> voltages, currents, resistance of contacts, capacitance and rise time, drive strength,
/// input thresholds (a level is low or high), damage. A pull-up that meets a pull-down reads low.
/// </para>
/// </summary>
public sealed partial class PinHeader : Chip
{
    public const int MostPins = 64;
    private const string FightRule = "two outputs must not drive one wire to different levels";
    private const string FloatRule = "an input needs a driver or a pull resistor";

    public PinHeader(CircuitBoard board, int pinCount = 28, string name = "GPIO")
        : base(board, name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pinCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pinCount, MostPins);
        PinCount = pinCount;
        _flowsTo = new ulong[pinCount];
        _flowsFrom = new ulong[pinCount];
        _watchers = new IPinWatcher[pinCount][];
        Array.Fill(_watchers, []);
        Reconnect();
    }

    public int PinCount { get; }

    internal bool HasPower => IsPowered;

    /// <summary>Counts power failures: what firmware registered before one is gone with it.</summary>
    internal int PowerFailures { get; private set; }

    // ---- what hangs on the wires ----------------------------------------------------------------------------

    /// <summary>A resistor on the board, beside the pull the pad may have.</summary>
    public void Pull(int pin, PinPull pull)
    {
        ulong bit = BitOf(pin);
        _boardUp = pull == PinPull.Up ? _boardUp | bit : _boardUp & ~bit;
        _boardDown = pull == PinPull.Down ? _boardDown | bit : _boardDown & ~bit;
        Settle(bit);
    }

    /// <summary>A contact between two pins, open to begin with.</summary>
    public Contact Wire(int first, int second, ContactFlow flow = ContactFlow.Both)
    {
        _ = BitOf(first) | BitOf(second);
        var contact = new Contact(this, first, second, flow);
        _contacts.Add(contact);
        return contact;
    }

    /// <summary>A place for a chip's outputs.</summary>
    public ChipPort AttachChip()
    {
        var port = new ChipPort(this);
        _ports = [.. _ports, port];
        return port;
    }

    /// <summary>From now on <paramref name="watcher"/> is told of every change of the pin's level, at once.</summary>
    public void Watch(int pin, IPinWatcher watcher)
    {
        ulong bit = BitOf(pin);
        SetLevel(bit, Resolve(pin));
        _watchers[pin] = [.. _watchers[pin], watcher];
        _watched |= bit;
        UpdateAttention();
    }

    public void Unwatch(int pin, IPinWatcher watcher)
    {
        ulong bit = BitOf(pin);
        _watchers[pin] = [.. _watchers[pin].Where(one => !ReferenceEquals(one, watcher))];
        if (_watchers[pin].Length == 0) _watched &= ~bit;
        UpdateAttention();
    }

    /// <summary>
    /// From now on <paramref name="probe"/> is told of every change on any pin, and of all levels now. A probe has no
    /// part in the circuit: what nobody drives keeps the level the probe was last told of.
    /// </summary>
    public void Probe(IPinWatcher probe)
    {
        _probe = probe;
        _probed = PinCount == MostPins ? ulong.MaxValue : (1UL << PinCount) - 1;
        for (int pin = 0; pin < PinCount; pin++)
        {
            if (!Resolve(pin)) continue;
            _probeLevels |= 1UL << pin;
            probe.PinChanged(pin, high: true);
        }

        UpdateAttention();
    }

    // ---- peeks ----------------------------------------------------------------------------------------------

    /// <summary>Peek: the level of the wire, without a finding when it floats.</summary>
    public bool LevelOf(int pin)
    {
        _ = BitOf(pin);
        return Resolve(pin);
    }

    /// <summary>Peek: whether anything drives or pulls the wire.</summary>
    public bool IsFloating(int pin)
    {
        _ = BitOf(pin);
        return !IsHeld(pin);
    }

    /// <summary>Peek: what the processor's pad is set to.</summary>
    public PinMode ModeOf(int pin)
    {
        ulong bit = BitOf(pin);
        if ((_outputs & bit) != 0) return PinMode.Output;
        if ((_padUp & bit) != 0) return PinMode.InputPullUp;
        return (_padDown & bit) != 0 ? PinMode.InputPullDown : PinMode.Input;
    }

    /// <inheritdoc/>
    public override string Describe()
    {
        var levels = Enumerable.Range(0, PinCount)
            .Select(pin => IsFloating(pin) ? 'z' : LevelOf(pin) ? '1' : '0');
        string modes = string.Concat(Enumerable.Range(0, PinCount).Select(pin => ModeLetter(ModeOf(pin))));
        return $"levels {string.Concat(levels)} modes {modes} joined {_joined:x}";
    }

    // ---- reset and power ------------------------------------------------------------------------------------

    /// <summary>
    /// The pads let go, as a processor's do in reset. Resistors, contacts and chips stay as they are.
    /// </summary>
    public override void Reset()
    {
        for (int pin = 0; pin < PinCount; pin++) SetMode(pin, PinMode.Input);
        _latch = 0;
        _reportedFloating = 0;
    }

    protected override void PowerOn() => Reset();

    protected override void PowerOff()
    {
        PowerFailures++;
        Reset();
    }

    private static char ModeLetter(PinMode mode) => mode switch
    {
        PinMode.Output => 'o',
        PinMode.InputPullUp => 'u',
        PinMode.InputPullDown => 'd',
        _ => 'i',
    };
}
