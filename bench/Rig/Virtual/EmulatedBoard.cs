using System.Device.Gpio;
using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Surroundings;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>
/// The chips of a meter board, wired as a rig says: pad and display on the processor's pins or behind expanders on
/// I2C, an EEPROM, and beside them the bench's crosspoint switch with a supply and a bus of its own.
/// </summary>
public sealed class EmulatedBoard : IDisposable, IPinWatcher
{
    private readonly BoardWiring _wiring;
    private readonly Hd44780? _panel;

    /// <param name="circuit">Time, supply and findings.</param>
    /// <param name="settings">The wiring, with a legend.</param>
    /// <param name="size">The panel.</param>
    public EmulatedBoard(CircuitBoard circuit, VirtualRigSettings settings, DisplaySize size)
    {
        _wiring = settings.Wiring;
        Header = new PinHeader(circuit);
        Bus = settings.I2cHz is { } hertz ? new EmulatedI2cBus(1, circuit.Time, hertz) : new EmulatedI2cBus(1);
        var pad = _wiring.Keypad;
        PadHeader = pad.Expander is { } expander ? ExpanderOn(circuit, expander) : Header;
        Pad = new MatrixKeypad(
            circuit, PadHeader, pad.Rows, pad.Columns, new KeyLegend([.. pad.Legend]), BounceOf(settings.Press),
            settings.Diodes);
        _panel = _wiring.Display.Segments is null ? DisplayOn(circuit, size) : null;
        Digits = [.. DigitsOn(circuit)];
        Eeprom = new Eeprom24C(circuit, settings.StoreAddress);
        Bus.Attach(Eeprom);
        if (settings.Crosspoint is { } crosspoint)
        {
            Crosspoint = new Adg2128(
                new CircuitBoard(circuit), PadHeader, WiresOf(crosspoint.Columns, pad.Columns, Adg2128.XLines),
                WiresOf(crosspoint.Rows, pad.Rows, Adg2128.YLines), crosspoint.Address);
            BenchBus.Attach(Crosspoint);
        }

        if (settings.TestLoop is { } loop)
        {
            var ohms = loop.Volts * 1000 / loop.Milliamps;
            Loop = new TestLoopCircuit(circuit, Header, _wiring.LoadSwitch, loop.Volts, ohms)
            {
                Condition = settings.Contact,
            };
            LoopMonitor = new Ina236(new CircuitBoard(circuit), Loop, loop.ShuntMilliohms / 1000, loop.Address);
            BenchBus.Attach(LoopMonitor);
        }

        if (settings.MainsRelay is { } mains) MainsRelay = RelayOn(circuit, mains);
        Header.Watch(_wiring.LoadSwitch, this);
        Pins = new BoardPins(new GpioController(new EmulatedGpioDriver(Header)), Bus);
    }

    /// <summary>What the board's firmware is given.</summary>
    public BoardPins Pins { get; }

    /// <summary>The wires at the processor's pins.</summary>
    public PinHeader Header { get; }

    /// <summary>The wires of the pad: the processor's, or those of the expander.</summary>
    public PinHeader PadHeader { get; }

    /// <summary>
    /// The wires of the panel: the processor's, or those of the backpack; null where there are digits.
    /// </summary>
    public PinHeader? PanelHeader { get; private set; }

    public EmulatedI2cBus Bus { get; }

    /// <summary>Something of the bench hangs on <see cref="BenchBus"/>.</summary>
    public bool HasBench => Crosspoint is not null || LoopMonitor is not null || MainsRelay is not null;

    /// <summary>The bench's own bus: pressing a key must not wait for the meter's transfers.</summary>
    public EmulatedI2cBus BenchBus { get; } = new(2);

    public MatrixKeypad Pad { get; }

    /// <summary>The character panel; <see cref="Digits"/> stand in its place where there are any.</summary>
    public Hd44780 Display => _panel ?? throw new InvalidOperationException("This board has digits and no panel.");

    /// <summary>The modules of digits, left to right; none where there is a panel.</summary>
    public IReadOnlyList<Ht16k33> Digits { get; }

    public Eeprom24C Eeprom { get; }

    public Mcp23017? Expander { get; private set; }

    public Pcf8574? Backpack { get; private set; }

    public Adg2128? Crosspoint { get; }

    public RelayModule? MainsRelay { get; }

    public TestLoopCircuit? Loop { get; }

    public Ina236? LoopMonitor { get; }

    /// <summary>The meter orders its load switch closed, or open.</summary>
    public event Action<bool>? LoadOrdered;

    public bool LoadIsClosed =>
        ModeOf(_wiring.LoadSwitch) == PinMode.Output && Header.LevelOf(_wiring.LoadSwitch);

    /// <summary>Peek: what a pin of the processor is set to.</summary>
    public PinMode ModeOf(int pin) => Header.ModeOf(pin);

    public void Dispose() => Pins.Gpio.Dispose();

    void IPinWatcher.PinChanged(int pin, bool high) => LoadOrdered?.Invoke(LoadIsClosed);

    /// <summary>The relay board has a supply of its own; its contact is the supply of the meter's board.</summary>
    private RelayModule RelayOn(CircuitBoard circuit, MainsRelaySettings mains)
    {
        var bench = new CircuitBoard(circuit);
        var header = new PinHeader(bench, Mcp23017.Lines, "relay board");
        var relay = new RelayModule(bench, header, mains.Line, mains.IsActiveLow);
        BenchBus.Attach(new Mcp23017(bench, header, mains.Address, name: "relay board's MCP23017"));
        relay.Switched += closed =>
        {
            if (closed) circuit.Power.Restore();
            else circuit.Power.MainsFail();
        };
        return relay;
    }

    private PinHeader ExpanderOn(CircuitBoard circuit, ExpanderWiring expander)
    {
        var header = new PinHeader(circuit, Mcp23017.Lines, "expander");
        Expander = expander.Interrupt is { } pin
            ? new Mcp23017(circuit, header, expander.Address, Header, pin)
            : new Mcp23017(circuit, header, expander.Address);
        Bus.Attach(Expander);
        return header;
    }

    private IEnumerable<Ht16k33> DigitsOn(CircuitBoard circuit)
    {
        if (_wiring.Display.Segments is not { } wired) yield break;
        foreach (var (address, side) in new[] { (wired.Left, "left"), (wired.Right, "right") })
        {
            var module = new Ht16k33(circuit, address, $"{side} HT16K33");
            Bus.Attach(module);
            yield return module;
        }
    }

    private Hd44780 DisplayOn(CircuitBoard circuit, DisplaySize size)
    {
        var lcd = _wiring.Display;
        var pins = new Hd44780Pins(lcd.RegisterSelect, lcd.Enable, lcd.Data, lcd.ReadWrite);
        PanelHeader = Header;
        if (lcd.Backpack is not { } backpack) return new Hd44780(circuit, Header, pins, size.Columns, size.Lines);
        var header = PanelHeader = new PinHeader(circuit, Pcf8574.Lines, "backpack");
        var display = new Hd44780(circuit, header, pins, size.Columns, size.Lines);
        Backpack = new Pcf8574(circuit, header, backpack.Address);
        Bus.Attach(Backpack);
        return display;
    }

    /// <summary>The wires at the lines of the switch; null where the pad uses none.</summary>
    private static int?[] WiresOf(IReadOnlyList<int> lines, IReadOnlyList<int> wires, int count)
    {
        var at = new int?[count];
        for (var i = 0; i < lines.Count; i++) at[lines[i]] = wires[i];
        return at;
    }

    private static BounceProfile BounceOf(PressTiming press) =>
        press.Bounce > TimeSpan.Zero ? new BounceProfile(press.Bounce) : BounceProfile.None;
}
