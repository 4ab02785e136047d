using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Meter.Split;
using HilBench.Rig.Faults;
using HilBench.Roles;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Virtual;

/// <summary>
/// A keypad unit on emulated chips: a board of its own with a processor of its own, on batteries. Without them it is
/// dark; with new ones it starts from what its EEPROM holds.
/// </summary>
internal sealed class VirtualKeypadUnit : IDisposable
{
    private const char LastCustomCharacter = (char)(Hd44780.FirstCustomCharacter + 7);

    private readonly SplitRigSettings _settings;
    private readonly MeterProfile _profile;
    private readonly IByteLink _line;
    private readonly VirtualClock _clock;
    private readonly VirtualKeypad _keypad;
    private readonly VirtualProcessor _processor;
    private CustomerBoard? _board;
    private bool _isStarted;

    public VirtualKeypadUnit(
        CircuitBoard beside, SplitRigSettings settings, MeterProfile profile, SplitLine.End line)
    {
        (_settings, _profile, _line) = (settings, profile, line);
        Circuit = new CircuitBoard(beside);
        _clock = new VirtualClock(Circuit.Time);
        Batteries = new Batteries(Circuit, settings.NewMillivolts, settings.RunLowMillivolts);
        Chips = new EmulatedBoard(Circuit, settings.Board, profile.Display);
        Indicators = new PinIndicators(Circuit, Chips.Header, settings.Board.Wiring.Indicators, _clock);
        _keypad = new VirtualKeypad(
            Circuit.Time, Chips.Pad, settings.Board.Wiring.Keypad.Legend, settings.Board.Press,
            () => Circuit.Power.IsOn, "the batteries of the keypad unit are flat");
        Glass = new GlassRecorder(Circuit.Time, profile.Display.Columns, ReadGlass);
        Chips.Display.GlassChanged += Glass.Changed;
        Glass.Changed();
        _processor = new VirtualProcessor(Circuit, Run);
        (line.HasPower, line.Wake) = (() => Circuit.Power.IsOn, _processor.WakeNow);
        Circuit.Power.Failed += () => _isStarted = false;
        Circuit.Power.Fail();
    }

    public CircuitBoard Circuit { get; }

    public EmulatedBoard Chips { get; }

    public Batteries Batteries { get; }

    public IKeypad Keypad => _keypad;

    public GlassRecorder Glass { get; }

    public PinIndicators Indicators { get; }

    /// <summary>It has asked something, and has heard nothing yet.</summary>
    public bool IsWaiting => _isStarted && _board is { State.Waiting.IsAtWork: false };

    /// <summary>The number of the meter it is paired with; empty = none.</summary>
    public string Meter => PairingRecord.Decode(
        Chips.Eeprom.Peek(EepromRecordStore.AddressOf(0), PairingRecord.Bytes));

    /// <summary>As the factory does it: behind the unit's back.</summary>
    public void Pair(string meter) =>
        Chips.Eeprom.Poke(EepromRecordStore.AddressOf(0), PairingRecord.Encode(meter));

    /// <summary>As an installer does it. A unit without batteries finds it when it has some.</summary>
    public void PairAnew(string meter)
    {
        if (_isStarted && _board is { } board) board.Post(new CustomerInput.Paired(meter));
        else Pair(meter);
    }

    public FaultSet KeypadFaults() =>
        new KeypadFaults(Circuit.Time, Chips.Pad, Chips.PadHeader, _settings.Board.Wiring.Keypad);

    public void Dispose()
    {
        Circuit.Power.Fail();
        _board?.Dispose();
        Chips.Dispose();
    }

    private void Run()
    {
        if (_isStarted && _board is { } board)
        {
            board.Step();
        }
        else
        {
            Start();
            _isStarted = true;
        }

        _processor.WakeAt(_board!.Due);
    }

    private void Start()
    {
        _board?.Dispose();
        _board = null;
        _line.DiscardInput();
        var store = new EepromRecordStore(
            Chips.Pins.Device(_settings.Board.StoreAddress), _clock, PairingRecord.Bytes, mustAnswer: false);
        var parts = BoardParts.Of(
            Chips.Pins, _settings.Board.Wiring, _settings.Board.Keypad, _clock, _profile,
            glyphs: LcdGlyphs.ForKeypadUnit(_profile));
        _board = new CustomerBoard(
            parts, store, _line, _clock, new CustomerUnit(_profile, _settings.Talk), Batteries.Measure);
        _board.KeySeen += _keypad.OnKeySeen;
        _board.WakeRequested += _processor.WakeNow;
        _board.PowerUp();
    }

    /// <summary>The text of the glass, with the signs that firmware drew read from their dots.</summary>
    private string[] ReadGlass() => [.. Chips.Display.ReadGlass().Select(line => string.Concat(line.Select(SignOf)))];

    private char SignOf(char character) => character is >= Hd44780.FirstCustomCharacter and <= LastCustomCharacter
        ? LcdGlyphs.SignOf(Chips.Display.CustomGlyph(character - Hd44780.FirstCustomCharacter)) ?? '?'
        : character;
}
