using HilBench.Meter;
using HilBench.Meter.Storage;
using HilBench.Rig.Board;
using HilBench.Rig.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Virtual;

/// <summary>
/// The model alone (<c>--rig none</c>): keys go straight to the meter, its text is the display, its store is memory.
/// Time is virtual and passes as on the rigs with pins, press by press.
/// </summary>
public sealed class ModelRig : VirtualBench
{
    private readonly StaTables _tables;
    private readonly byte[][] _slots = [new byte[StoredRecord.SlotBytes], new byte[StoredRecord.SlotBytes]];
    private readonly Queue<MeterInput> _waiting = new();
    private readonly GlassRecorder _glass;
    private readonly ModelKeypad _keypad;
    private readonly ModelIndicators _indicators;
    private DisplayText _text;
    private Meter.Meter _meter;
    private LoadSwitchPosition _loadSwitch = LoadSwitchPosition.Open;

    public ModelRig(MeterProfile profile, StaTables tables, PressTiming press)
        : base("none", profile, seed: 0)
    {
        _tables = tables;
        _meter = new Meter.Meter(profile, tables);
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

    protected override LoadSwitchPosition LoadSwitch => _loadSwitch;

    protected override TimeSpan? Due => _waiting.Count > 0 ? Circuit.Time.Now : _meter.Due?.SinceStart;

    protected override byte[] PeekSlot(int slot) => [.. _slots[slot]];

    protected override void PokeSlot(int slot, ReadOnlySpan<byte> image) => image.CopyTo(_slots[slot]);

    protected override void Start()
    {
        _meter = new Meter.Meter(Profile, _tables);
        Handle(new MeterInput.PowerUp(PeekSlot(0), PeekSlot(1)));
    }

    protected override void Step()
    {
        while (_waiting.TryDequeue(out var input)) Handle(input);
        if (_meter.Due is { } due && due.SinceStart <= Circuit.Time.Now) Handle(new MeterInput.TimePassed());
    }

    protected override void Post(MeterInput input) => _waiting.Enqueue(input);

    private void Handle(MeterInput input)
    {
        foreach (var effect in _meter.Handle(input, MeterTime.From(Circuit.Time.Now)))
        {
            switch (effect)
            {
                case Effect.Save save:
                    Save(save);
                    break;
                case Effect.SwitchLoad load:
                    _loadSwitch = load.Position;
                    break;
                case Effect.Show show:
                    _text = show.Text;
                    _glass.Changed();
                    break;
                case Effect.Light light:
                    _indicators.Light(light.Leds);
                    break;
                case Effect.Sound sound:
                    _indicators.Sound(sound.Pattern);
                    break;
                case Effect.Answer answer:
                    RecordAnswer(new MeterAnswer(answer.Result, Circuit.Time.Now));
                    break;
            }
        }
    }

    /// <summary>
    /// A save takes as long as on a chip, page by page, so that a planned power cut tears it in the same way. A cut
    /// ends this method by an exception out of the wait.
    /// </summary>
    private void Save(Effect.Save save)
    {
        RecordSaveStarting();
        var slot = _slots[save.Slot];
        for (var offset = 0; offset < slot.Length; offset += EepromRecordStore.PageBytes)
        {
            var page = save.Image.Slice(offset, Math.Min(EepromRecordStore.PageBytes, slot.Length - offset)).Span;
            if (page.SequenceEqual(slot.AsSpan(offset, page.Length))) continue;
            page[..(page.Length / 2)].CopyTo(slot.AsSpan(offset));
            Circuit.Time.Wait(EepromRecordStore.WriteCycle);
            page.CopyTo(slot.AsSpan(offset));
        }
    }

    private void GoDark()
    {
        _waiting.Clear();
        _loadSwitch = LoadSwitchPosition.Open;
        _text = DisplayText.Blank(Profile.Display);
        _indicators.GoDark();
        _glass.Changed();
    }
}
