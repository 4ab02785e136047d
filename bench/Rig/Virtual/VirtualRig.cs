using System.Device.Gpio;
using System.Device.I2c;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Meter.Storage;
using HilBench.Rig.Board;
using HilBench.Rig.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Virtual;

/// <summary>
/// The meter's board on emulated chips: keypad, HD44780 and EEPROM hang on the wires of an emulated processor, and the
/// firmware above is the one that runs on silicon. When the mains fails the board is gone in the middle of whatever it
/// did; when it returns a new board starts from what the EEPROM holds.
/// </summary>
public sealed class VirtualRig : VirtualBench
{
    private const char LastCustomCharacter = (char)(Hd44780.FirstCustomCharacter + 7);

    private readonly VirtualRigSettings _settings;
    private readonly StaTables _tables;
    private readonly PinHeader _header;
    private readonly Hd44780 _display;
    private readonly Eeprom24C _eeprom;
    private readonly GpioController _gpio;
    private readonly I2cDevice _eepromDevice;
    private readonly VirtualKeypad _keypad;
    private readonly GlassRecorder _glass;
    private MeterBoard? _board;

    public VirtualRig(VirtualRigSettings settings, MeterProfile profile, StaTables tables, ulong seed)
        : base("virtual", profile, seed)
    {
        var wiring = settings.Wiring with { Keypad = settings.Wiring.Keypad.LegendOr(profile.Pad.Legend) };
        settings = settings with { Wiring = wiring };
        if (wiring.Problem() is { } problem) throw new RigFaultException($"virtual rig: {problem}");
        _settings = settings;
        _tables = tables;
        var (pad, lcd) = (settings.Wiring.Keypad, settings.Wiring.Display);
        _header = new PinHeader(Circuit);
        var matrix = new MatrixKeypad(
            Circuit, _header, pad.Rows, pad.Columns, new KeyLegend([.. pad.Legend]), BounceOf(settings.Press));
        _display = new Hd44780(
            Circuit,
            _header,
            new Hd44780Pins(lcd.RegisterSelect, lcd.Enable, lcd.Data, lcd.ReadWrite),
            profile.Display.Columns,
            profile.Display.Lines);
        _eeprom = new Eeprom24C(Circuit, settings.StoreAddress);
        var bus = new EmulatedI2cBus();
        bus.Attach(_eeprom);
        _eepromDevice = bus.CreateDevice(settings.StoreAddress);
        _gpio = new GpioController(new EmulatedGpioDriver(_header));
        _keypad = new VirtualKeypad(Circuit.Time, matrix, pad.Legend, settings.Press, () => Mains.IsOn);
        _glass = new GlassRecorder(Circuit.Time, profile.Display.Columns, ReadGlass);
        _display.GlassChanged += _glass.Changed;
        _glass.Changed();
        Finish();
    }

    public override IKeypad Keypad => _keypad;

    public override IGlass Glass => _glass;

    protected override LoadSwitchPosition LoadSwitch =>
        _header.ModeOf(_settings.Wiring.LoadSwitch) == PinMode.Output && _header.LevelOf(_settings.Wiring.LoadSwitch)
            ? LoadSwitchPosition.Closed
            : LoadSwitchPosition.Open;

    protected override TimeSpan? Due => _board?.Due;

    public override void Dispose()
    {
        _board?.Dispose();
        _gpio.Dispose();
        _eepromDevice.Dispose();
        base.Dispose();
    }

    protected override byte[] PeekSlot(int slot) =>
        _eeprom.Peek(EepromRecordStore.AddressOf(slot), StoredRecord.SlotBytes);

    protected override void PokeSlot(int slot, ReadOnlySpan<byte> image) =>
        _eeprom.Poke(EepromRecordStore.AddressOf(slot), image);

    protected override void Start()
    {
        _board?.Dispose();
        var store = new EepromRecordStore(_eepromDevice, Clock, StoredRecord.SlotBytes);
        var meter = new Meter.Meter(Profile, _tables);
        _board = new MeterBoard(_gpio, _settings.Wiring, _settings.Keypad, store, Clock, meter);
        _board.KeySeen += _keypad.OnKeySeen;
        _board.Answered += RecordAnswer;
        _board.SaveStarting += _ => RecordSaveStarting();
        _board.WakeRequested += WakeProcessor;
        _board.PowerUp();
    }

    protected override void Step() => _board?.Step();

    protected override void Post(MeterInput input) => _board?.Post(input);

    /// <summary>The text of the glass, with the signs that firmware drew read from their dots.</summary>
    private string[] ReadGlass()
    {
        var lines = _display.ReadGlass();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].AsSpan().ContainsAnyInRange(Hd44780.FirstCustomCharacter, LastCustomCharacter))
                lines[i] = string.Concat(lines[i].Select(SignOf));
        }

        return lines;
    }

    private char SignOf(char character) => character is >= Hd44780.FirstCustomCharacter and <= LastCustomCharacter
        ? LcdGlyphs.SignOf(_display.CustomGlyph(character - Hd44780.FirstCustomCharacter)) ?? '?'
        : character;

    private static BounceProfile BounceOf(PressTiming press) =>
        press.Bounce > TimeSpan.Zero ? new BounceProfile(press.Bounce) : BounceProfile.None;
}
