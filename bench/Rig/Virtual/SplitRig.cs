using HilBench.Board;
using HilBench.Meter;
using HilBench.Meter.Split;
using HilBench.Rig.Faults;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Virtual;

/// <summary>
/// A split meter on emulated chips: the measuring unit with the meter, on the mains, and the keypad unit with keys and
/// glass, on batteries. Each is a board with a processor of its own; all they have in common is the line.
/// </summary>
public sealed class SplitRig : VirtualBench, IMeasuringUnit
{
    private readonly SplitRigSettings _settings;
    private readonly StaTables _tables;
    private readonly IRigProbe? _probe;
    private readonly EmulatedBoard _chips;
    private readonly PinIndicators _lamps;
    private readonly SplitLine _line;
    private readonly VirtualKeypadUnit _keypadUnit;
    private readonly PairingFaults _pairing;
    private readonly NoHands _hands;
    private MeterBoard? _board;
    private MeasuringLine? _end;

    /// <summary>What is printed on the measuring unit, and in its program.</summary>
    private string _number = "";

    public SplitRig(
        string name, SplitRigSettings settings, MeterProfile profile, StaTables tables, ulong seed,
        IRigProbe? probe = null)
        : base(name, profile, seed)
    {
        var board = settings.Board;
        var wiring = board.Wiring with { Keypad = board.Wiring.Keypad.LegendOr(profile.Pad.Legend) };
        if (wiring.Problem() is { } problem) throw new RigFaultException($"split rig: {problem}");
        _settings = settings with { Board = board with { Wiring = wiring } };
        (_tables, _probe) = (tables, probe);
        _chips = new EmulatedBoard(Circuit, _settings.Board, profile.Display);
        _chips.LoadOrdered += isClosed => Contact.IsOrdered = isClosed;
        _lamps = new PinIndicators(Circuit, _chips.Header, wiring.Indicators with { Buzzer = null }, Clock);
        // A carrier is something real: it is opened when nothing else can go wrong any more.
        _line = new SplitLine(
            Circuit.Time, settings.Baud, settings.Carrier(), settings.Outside?.Invoke(), settings.Ours, probe);
        (_line.MeasuringUnit.HasPower, _line.MeasuringUnit.Wake) = (() => Circuit.Power.IsOn, WakeProcessor);
        _keypadUnit = new VirtualKeypadUnit(Circuit, _settings, profile, _line.KeypadUnit);
        _pairing = new PairingFaults(() => Circuit.Time.Now, _keypadUnit.PairAnew, () => _number);
        // What a measuring unit of somebody else hears nobody knows: there the frame that goes out has to do.
        _line.SentOut += _pairing.OnHeard;
        Glass = new GlassBehindLine(
            Has(OurPart.KeypadUnit) ? _keypadUnit.Glass : GlassOutside(), Circuit.Time,
            () => _line.IsBusy || _keypadUnit.IsWaiting || IsTelling);
        _hands = new NoHands(Clock);
        if (probe is not null)
            BoardTap.Clip(probe, (Circuit, _chips), (_keypadUnit.Circuit, _keypadUnit.Chips), wiring);
        Finish();
    }

    public override IKeypad Keypad => Has(OurPart.KeypadUnit) ? _keypadUnit.Keypad : _hands;

    public override IMains Mains => Has(OurPart.MeasuringUnit) ? base.Mains : _hands;

    public override ILoad Load => Has(OurPart.MeasuringUnit) ? base.Load : _hands;

    public override IGlass Glass { get; }

    public override IIndicators Indicators => Has(OurPart.KeypadUnit) ? _keypadUnit.Indicators : _lamps;

    public override IMeasuringUnit? MeasuringUnit => Has(OurPart.MeasuringUnit) ? this : null;

    IReadOnlyList<string> IMeasuringUnit.Display => _chips.Display.ReadGlass();

    protected override TimeSpan? Due
    {
        get
        {
            var due = _board?.Due;
            return _end?.Due is { } line && !(due <= line) ? line : due;
        }
    }

    private bool IsTelling => Circuit.Power.IsOn && _end is { IsBusy: true };

    bool IMeasuringUnit.IsLit(Led led) => _lamps.IsLit(led);

    /// <summary>Both are made, and paired with each other; the keypad unit gets its batteries.</summary>
    public override void Manufacture(MeterRegisters registers)
    {
        if (Has(OurPart.MeasuringUnit)) base.Manufacture(registers);
        _number = registers.Pan.Drn;
        if (!Has(OurPart.KeypadUnit)) return;
        _keypadUnit.Pair(_number);
        _keypadUnit.Batteries.Change();
    }

    public override void Dispose()
    {
        Circuit.Power.Fail();
        _keypadUnit.Dispose();
        _board?.Dispose();
        _chips.Dispose();
        _line.Dispose();
        base.Dispose();
    }

    private bool Has(OurPart part) => _settings.Ours == OurPart.Both || _settings.Ours == part;

    /// <summary>The keypad unit is somebody else's: the glass we have is that of the measuring unit.</summary>
    private GlassRecorder GlassOutside()
    {
        var glass = new GlassRecorder(Circuit.Time, Profile.Display.Columns, _chips.Display.ReadGlass);
        _chips.Display.GlassChanged += glass.Changed;
        glass.Changed();
        return glass;
    }

    protected override IEnumerable<FaultSet> FaultSets() =>
    [
        .. base.FaultSets(), _keypadUnit.KeypadFaults(),
        new MemoryFaults(Circuit.Time, _chips.Eeprom, _chips.Bus, CopyAt),
        new LineFaults(
            () => Circuit.Time.Now, _line.Cable, defect => _line.Noise = defect, defect => _line.AnswersLost = defect),
        _pairing,
        new BatteryFaults(
            () => Circuit.Time.Now, () => _keypadUnit.Batteries.IsRunning,
            defect => _keypadUnit.Batteries.Low = defect, _keypadUnit.Batteries.GoFlat, _keypadUnit.Batteries.Change),
    ];

    protected override byte[] PeekSlot(int slot) =>
        _chips.Eeprom.Peek(EepromRecordStore.AddressOf(slot), StoredRecord.SlotBytes);

    protected override void PokeSlot(int slot, ReadOnlySpan<byte> image) =>
        _chips.Eeprom.Poke(EepromRecordStore.AddressOf(slot), image);

    protected override void Start()
    {
        _board?.Dispose();
        (_board, _end) = (null, null);
        _line.MeasuringUnit.DiscardInput();
        var (wiring, timing) = (_settings.Board.Wiring, _settings.Board.Keypad);
        wiring = wiring with { Indicators = wiring.Indicators with { Buzzer = null } };
        var store = new EepromRecordStore(
            _chips.Pins.Device(_settings.Board.StoreAddress), MeterClock, StoredRecord.SlotBytes, mustAnswer: false);
        var parts = BoardParts.Of(_chips.Pins, wiring, timing, MeterClock, Profile, hasKeypad: false);
        _board = new MeterBoard(parts, store, MeterClock, new Meter.Meter(Profile, _tables), _probe);
        _end = new MeasuringLine(
            _board, _line.MeasuringUnit, MeterClock, new MeasuringPort(_number, _settings.Talk));
        _end.HeardStranger += _pairing.OnHeard;
        _board.Answered += RecordAnswer;
        _board.SaveStarting += _ => RecordSaveStarting();
        _board.WakeRequested += WakeProcessor;
        _board.PowerUp();
        _end.Tell();
    }

    protected override void Step()
    {
        _end?.Take();
        _board?.Step();
        _end?.Tell();
    }

    protected override void Post(MeterInput input) => _board?.Post(input);
}
