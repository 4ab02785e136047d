using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Faults;
using HilBench.Rig.Fingers;
using HilBench.Rig.Surroundings;
using HilBench.Roles;
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
    private readonly IRigProbe? _probe;
    private readonly EmulatedBoard _chips;
    private readonly GlassRecorder _glass;
    private readonly PinIndicators _indicators;
    private readonly IKeypad _keypad;
    private readonly TestLoop? _loop;
    private readonly MainsRelay? _relay;
    private readonly IMains? _mains;
    private readonly Action<char, TimeSpan> _onKeySeen;
    private MeterBoard? _board;

    public VirtualRig(
        VirtualRigSettings settings, MeterProfile profile, StaTables tables, ulong seed, string name = "virtual",
        IRigProbe? probe = null)
        : base(name, profile, seed)
    {
        var wiring = settings.Wiring with { Keypad = settings.Wiring.Keypad.LegendOr(profile.Pad.Legend) };
        settings = settings with { Wiring = wiring };
        if (wiring.Problem() is { } problem) throw new RigFaultException($"virtual rig: {problem}");
        _settings = settings;
        (_tables, _probe) = (tables, probe);
        _chips = new EmulatedBoard(Circuit, settings, profile.Display);
        _indicators = new PinIndicators(Circuit, _chips.Header, wiring.Indicators, Clock);
        (_keypad, _onKeySeen) = Fingers(settings);
        if (settings.TestLoop is { } loop)
            _loop = new TestLoop(_chips.BenchBus.CreateDevice(loop.Address), loop, Clock);
        if (settings.MainsRelay is { } mains)
        {
            _relay = new MainsRelay(_chips.BenchBus.CreateDevice(mains.Address), mains);
            _mains = new RelayedMains(Circuit, profile.Supply.Nominal, _relay);
        }

        _glass = new GlassRecorder(
            Circuit.Time, profile.Display.Columns, _chips.Digits.Count > 0 ? ReadDigits : ReadGlass)
        {
            Kind = _chips.Digits.Count > 0 ? GlassKind.Segments : GlassKind.Dots,
        };
        if (_chips.Digits.Count == 0) _chips.Display.GlassChanged += _glass.Changed;
        foreach (var digits in _chips.Digits) digits.GlassChanged += _glass.Changed;
        _glass.Changed();
        _chips.LoadOrdered += isClosed => Contact.IsOrdered = isClosed;
        if (probe is not null) BoardTap.Clip(probe, Circuit, _chips, wiring);
        Finish();
    }

    public override IKeypad Keypad => _keypad;

    public override IMains Mains => _mains ?? base.Mains;

    public override IGlass Glass => _glass;

    public override IIndicators Indicators => _indicators;

    /// <summary>What has become of the contact of the mains relay; for tests of the bench.</summary>
    internal ContactCondition MainsContact
    {
        set => (_chips.MainsRelay ?? throw new InvalidOperationException("This rig has no relay.")).Condition = value;
    }

    protected override LoadSwitchPosition LoadSwitch => _loop?.Look() ?? base.LoadSwitch;

    protected override TestLoopCircuit? LoopThroughContact => _chips.Loop;

    protected override TimeSpan? Due => _board?.Due;

    /// <summary>The supply goes first: what is taken down must not be driven by a meter that still runs.</summary>
    public override void Dispose()
    {
        _relay?.Dispose();
        Circuit.Power.Fail();
        (_keypad as IDisposable)?.Dispose();
        _loop?.Dispose();
        _board?.Dispose();
        _chips.Dispose();
        base.Dispose();
    }

    /// <summary>A switch beside the pad does not notice what is broken in it.</summary>
    protected override IEnumerable<FaultSet> FaultSets()
    {
        foreach (var set in base.FaultSets()) yield return set;
        if (_chips.Crosspoint is null)
            yield return new KeypadFaults(Circuit.Time, _chips.Pad, _chips.PadHeader, _settings.Wiring.Keypad);
        if (_chips.Digits.Count == 0) yield return new DisplayFaults(Circuit.Time, _chips.Display);
        var isAlone = _settings.Wiring.Chips().Count == 0;
        yield return new MemoryFaults(Circuit.Time, _chips.Eeprom, isAlone ? _chips.Bus : null, CopyAt);
    }

    protected override byte[] PeekSlot(int slot) =>
        _chips.Eeprom.Peek(EepromRecordStore.AddressOf(slot), StoredRecord.SlotBytes);

    protected override void PokeSlot(int slot, ReadOnlySpan<byte> image) =>
        _chips.Eeprom.Poke(EepromRecordStore.AddressOf(slot), image);

    protected override void Start()
    {
        _board?.Dispose();
        _board = null;
        var store = new EepromRecordStore(
            _chips.Pins.Device(_settings.StoreAddress), MeterClock, StoredRecord.SlotBytes, mustAnswer: false);
        var parts = BoardParts.Of(_chips.Pins, _settings.Wiring, _settings.Keypad, MeterClock, Profile);
        _board = new MeterBoard(parts, store, MeterClock, new Meter.Meter(Profile, _tables), _probe);
        _board.KeySeen += (key, at) => _onKeySeen(key, Oscillator.WasAt(at));
        _board.Answered += RecordAnswer;
        _board.SaveStarting += _ => RecordSaveStarting();
        _board.WakeRequested += WakeProcessor;
        _board.PowerUp();
    }

    protected override void Step() => _board?.Step();

    protected override void Post(MeterInput input) => _board?.Post(input);

    /// <summary>What a person reads on digits of seven segments.</summary>
    private string[] ReadDigits()
    {
        var text = SevenSegments.Read([.. _chips.Digits.SelectMany(module => module.Glass())]);
        return [text.TrimEnd().PadRight(Profile.Display.Columns)];
    }

    /// <summary>The text of the glass, with the signs that firmware drew read from their dots.</summary>
    private string[] ReadGlass()
    {
        var lines = _chips.Display.ReadGlass();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].AsSpan().ContainsAnyInRange(Hd44780.FirstCustomCharacter, LastCustomCharacter))
                lines[i] = string.Concat(lines[i].Select(SignOf));
        }

        return lines;
    }

    private char SignOf(char character) => character is >= Hd44780.FirstCustomCharacter and <= LastCustomCharacter
        ? LcdGlyphs.SignOf(_chips.Display.CustomGlyph(character - Hd44780.FirstCustomCharacter)) ?? '?'
        : character;

    private (IKeypad Keypad, Action<char, TimeSpan> OnKeySeen) Fingers(VirtualRigSettings settings)
    {
        var legend = settings.Wiring.Keypad.Legend;
        if (settings.Crosspoint is not { } crosspoint)
        {
            var fingers = new VirtualKeypad(Circuit.Time, _chips.Pad, legend, settings.Press, () => Mains.IsOn);
            return (fingers, fingers.OnKeySeen);
        }

        var switches = new Crosspoint(_chips.BenchBus.CreateDevice(crosspoint.Address), null, crosspoint, Clock);
        var keypad = new CrosspointKeypad(switches, legend, settings.Press, Clock, () => Mains.IsOn);
        return (keypad, keypad.OnKeySeen);
    }
}
