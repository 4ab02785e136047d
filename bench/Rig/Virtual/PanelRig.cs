using System.Device.I2c;
using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Faults;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Virtual;

/// <summary>
/// The meter with a serial panel as its keypad and display: the driver that runs on a real port, a wire that costs
/// time, and a virtual panel behind it. The record is in an emulated EEPROM.
/// </summary>
public sealed class PanelRig : VirtualBench
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly PanelRigSettings _settings;
    private readonly StaTables _tables;
    private readonly IRigProbe? _probe;
    private readonly string _codes;
    private readonly MatrixOrbitalPanel _panel;
    private readonly PanelWire _wire;
    private readonly Eeprom24C _eeprom;
    private readonly EmulatedI2cBus _bus;
    private readonly I2cDevice _eepromDevice;
    private readonly PanelKeypad _keypad;
    private readonly GlassRecorder _glass;
    private LinkBoard? _board;

    public PanelRig(
        string name, PanelRigSettings settings, MeterProfile profile, StaTables tables, ulong seed,
        IRigProbe? probe = null)
        : base(name, profile, seed)
    {
        (_settings, _tables, _probe) = (settings, tables, probe);
        var size = profile.Display;
        var keys = profile.Pad.Keys;
        _codes = settings.Panel.KeyCodes.Length == keys.Length ? settings.Panel.KeyCodes : Alphabet[..keys.Length];
        _panel = size is { Columns: <= 16, Lines: <= 2 }
            ? new MatrixOrbitalPanel(Circuit)
            : new MatrixOrbitalPanel(Circuit, columns: 20, rows: 4, name: "LK204");
        _eeprom = new Eeprom24C(Circuit, settings.StoreAddress);
        _bus = new EmulatedI2cBus();
        _bus.Attach(_eeprom);
        _eepromDevice = _bus.CreateDevice(settings.StoreAddress);
        // A carrier is something real: it is opened when nothing else can go wrong any more.
        _wire = new PanelWire(Circuit.Time, _panel, settings.Carrier(), probe);
        _wire.Arrived += WakeProcessor;
        _keypad = new PanelKeypad(
            Circuit.Time, _panel, keys, _codes, settings.Press, () => Mains.IsOn);
        _glass = new GlassRecorder(Circuit.Time, size.Columns, ReadGlass);
        _panel.GlassChanged += _glass.Changed;
        _glass.Changed();
        Finish();
    }

    public override IKeypad Keypad => _keypad;

    public override IGlass Glass => _glass;

    protected override TimeSpan? Due => _board?.Due;

    public override void Dispose()
    {
        _wire.Dispose();
        _eepromDevice.Dispose();
        base.Dispose();
    }

    protected override IEnumerable<FaultSet> FaultSets() =>
    [
        .. base.FaultSets(), new MemoryFaults(Circuit.Time, _eeprom, _bus, CopyAt),
        new CableFaults(() => Circuit.Time.Now, _wire.Cable),
    ];

    protected override byte[] PeekSlot(int slot) =>
        _eeprom.Peek(EepromRecordStore.AddressOf(slot), StoredRecord.SlotBytes);

    protected override void PokeSlot(int slot, ReadOnlySpan<byte> image) =>
        _eeprom.Poke(EepromRecordStore.AddressOf(slot), image);

    protected override void Start()
    {
        var store = new EepromRecordStore(_eepromDevice, MeterClock, StoredRecord.SlotBytes, mustAnswer: false);
        var size = Profile.Display;
        var panel = new SerialPanel(
            _wire, MeterClock, _settings.Panel with { KeyCodes = _codes }, Profile.Pad.Keys, size.Columns, size.Lines,
            LcdGlyphs.For(Profile));
        _board = new LinkBoard(new Meter.Meter(Profile, _tables), store, MeterClock, panel, probe: _probe);
        _board.KeySeen += (key, at) => _keypad.OnKeySeen(key, Oscillator.WasAt(at));
        _board.Answered += RecordAnswer;
        _board.SaveStarting += RecordSaveStarting;
        _board.LoadSwitched += position => Contact.IsOrdered = position == LoadSwitchPosition.Closed;
        _board.PowerUp();
    }

    /// <summary>A panel may be larger than what the profile lays out: the rest of it stays blank.</summary>
    private IReadOnlyList<string> ReadGlass() =>
    [
        .. _panel.ReadGlass().Take(Profile.Display.Lines)
            .Select(line => string.Concat(line.Take(Profile.Display.Columns).Select(SignOf))),
    ];

    private char SignOf(char character) => MatrixOrbitalPanel.DrawnCode(character) is { } code
        ? LcdGlyphs.SignOf(_panel.Drawing(code)) ?? '?'
        : character;

    protected override void Step() => _board?.Step();

    protected override void Post(MeterInput input) => _board?.Post(input);
}
