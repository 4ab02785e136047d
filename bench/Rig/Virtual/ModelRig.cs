using HilBench.Board;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Virtual;

/// <summary>
/// The model alone (<c>--rig none</c>): keys go straight to the meter, its text is the display, its store is memory.
/// Time is virtual and passes as on the rigs with pins, press by press.
/// </summary>
public sealed class ModelRig : VirtualBench, IMeterParts
{
    private readonly StaTables _tables;
    private readonly IRigProbe? _probe;
    private readonly ModelStore _store;
    private readonly GlassRecorder _glass;
    private readonly ModelKeypad _keypad;
    private readonly ModelIndicators _indicators;
    private DisplayText _text;
    private MeterLoop _loop;

    public ModelRig(MeterProfile profile, StaTables tables, PressTiming press, IRigProbe? probe = null)
        : base("none", profile, seed: 0)
    {
        (_tables, _probe) = (tables, probe);
        _store = new ModelStore(Circuit.Time);
        _loop = NewLoop();
        _text = DisplayText.Blank(profile.Display);
        _glass = new GlassRecorder(Circuit.Time, profile.Display.Columns, () => _text.Lines);
        _indicators = new ModelIndicators(Clock);
        _keypad = new ModelKeypad(Circuit.Time, profile.Pad, press, () => Mains.IsOn, Tell);
        Circuit.Power.Failed += GoDark;
        _glass.Changed();
        Finish();
    }

    public override IKeypad Keypad => _keypad;

    public override IGlass Glass => _glass;

    public override IIndicators Indicators => _indicators;

    protected override TimeSpan? Due => _loop.Due;

    protected override byte[] PeekSlot(int slot) => _store.Read(slot);

    protected override void PokeSlot(int slot, ReadOnlySpan<byte> image) => _store.Poke(slot, image);

    protected override void Start()
    {
        _loop = NewLoop();
        _loop.PowerUp();
    }

    protected override void Step() => _loop.Step();

    protected override void Post(MeterInput input) => _loop.Post(input);

    void IMeterParts.SaveStarting(int slot) => RecordSaveStarting();

    void IMeterParts.SwitchLoad(LoadSwitchPosition position) =>
        Contact.IsOrdered = position == LoadSwitchPosition.Closed;

    void IMeterParts.Show(DisplayText text)
    {
        _text = text;
        _glass.Changed();
    }

    void IMeterParts.Light(LedLights leds) => _indicators.Light(leds);

    void IMeterParts.Sound(BeepPattern pattern) => _indicators.Sound(pattern);

    void IMeterParts.Answer(MeterAnswer answer, IReadOnlyList<string> shown) => RecordAnswer(answer);

    private MeterLoop NewLoop() => new(new Meter.Meter(Profile, _tables), _store, MeterClock, this, _probe);

    private void GoDark()
    {
        _text = DisplayText.Blank(Profile.Display);
        _indicators.GoDark();
        _glass.Changed();
    }
}
