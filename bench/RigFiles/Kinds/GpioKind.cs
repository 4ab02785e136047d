using HilBench.Meter;
using HilBench.Physical;
using HilBench.Rig.Fingers;
using HilBench.Rig.Surroundings;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>
/// Reads <see cref="GpioPlan"/>: a pad on pins or on an MCP23017. What the file leaves out is as in
/// <see cref="GpioRigSettings"/>.
/// </summary>
internal class GpioKind(string keypadKind) : RigKind
{
    public override string KeypadKind => keypadKind;

    public override string? Clock => "wall";

    public override IReadOnlyList<Partner> Partners { get; } =
    [
        new("clock", "wall"), new("meter.kind", "model"), new("display.kind", "gpio", "pcf8574", "ht16k33"),
        new("store.kind", "file", "eeprom"), new("mains", "none"), new("load", "none", "test-loop"),
    ];

    protected virtual bool HasKeypad => true;

    public override RigPlan Read(RigHead head, Setting file)
    {
        var like = new GpioRigSettings();
        var (pad, display) = (file.Group("keypad"), file.Group("display"));
        var settings = new GpioRigSettings
        {
            Wiring = BoardPart.WiringOf(file, like.Wiring),
            Keypad = KeypadPart.TimingOf(pad, like.Keypad),
            Chip = file.Find("gpioChip") is null ? null : file.Text("gpioChip", ""),
            I2cBus = file.Whole("i2cBus", like.I2cBus),
            Store = StorePart.Of(file.Group("store"), file.Whole("i2cBus", like.I2cBus)),
            OperatorPatience = KeypadPart.PatienceOf(pad),
            HasKeypad = HasKeypad,
            Crosspoint = PressPart.CrosspointOf(file, like.Wiring.Keypad),
            Press = PressPart.TimingOf(file.Group("press"), like.Press),
            Judge = DisplayPart.JudgeOf(display),
            TestLoop = TestLoopPart.Of(file),
        };
        SegmentFit.Demand(settings.Wiring.Display, head.Profile, file);
        if (settings.Wiring.Display.Segments is not null && settings.Judge == GlassJudge.Panel)
        {
            throw (display.Find("readBy") ?? display).Wrong(
                "display.readBy: nothing reads digits on an HT16K33 back; allowed: operator, or shadow, which is no "
                + "proof");
        }

        if (display.Has("readBy") && settings.EffectiveJudge != settings.Judge)
            throw display.Find("readBy")!.Wrong("display.readBy \"panel\" needs R/W wired: name its pin as readWrite");
        if (settings.Problem() is { } problem) throw file.Wrong(problem);
        return new GpioPlan(head.Name, head.Profile, head.Tables)
        {
            Settings = settings, Seed = (ulong)file.Number("seed", 1),
        };
    }
}

/// <summary>
/// A real display and no keypad: <c>keypad.kind</c> virtual with <c>clock</c> wall. Keys are handed to the meter's
/// program.
/// </summary>
internal sealed class DisplayOnlyKind() : GpioKind("virtual")
{
    protected override bool HasKeypad => false;

    public override RigPlan Read(RigHead head, Setting file)
    {
        if (file.Group("display").Find("kind") is null)
        {
            throw file.Find("clock")!.Wrong(
                "clock \"wall\" with keypad.kind \"virtual\" is a rig with a real display only: say which, "
                + "display.kind gpio or pcf8574");
        }

        if (file.Group("press").Text("kind", "hand") != "hand")
            throw file.Group("press").Wrong("press.kind \"adg2128\" needs a keypad; allowed: hand");
        return base.Read(head, file);
    }
}

/// <summary>Our meter on real pins, in real time, with an operator's fingers.</summary>
public sealed record GpioPlan : RigPlan, IWiredRig
{
    internal GpioPlan(string name, MeterProfile profile, StaTables tables) : base(name, profile, tables)
    {
    }

    /// <summary>Pins, times and the store.</summary>
    public GpioRigSettings Settings { get; init; } = new();

    /// <summary>Who presses keys and looks at the glass where nothing else does; null where nobody is there.</summary>
    public IOperator? Operator { get; init; }

    public HeaderWiring? Header =>
        new(Settings.Wiring, Settings.Crosspoint, Settings.HasKeypad, Settings.TestLoop);

    public override IReadOnlyList<string> Capabilities =>
    [
        Capability.Record,
        .. Capability.OfOurMeter.Where(one => one != Capability.Glass || !IsUnseen),
        .. Settings.TestLoop is null ? Array.Empty<string>() : [Capability.Load],
    ];

    /// <summary>
    /// Digits of seven segments that nobody looks at: their shadow is no proof, so no scenario may ask what they show.
    /// </summary>
    private bool IsUnseen =>
        Settings is { Wiring.Display.Segments: not null, EffectiveJudge: GlassJudge.Shadow };

    public override bool NeedsOperator => true;

    public override RigPlan AttendedBy(IOperator person) => this with { Operator = person };

    public override int MostAtOnce => 1;

    public override string? Caveat
    {
        get
        {
            string?[] open =
            [
                Settings.HasKeypad ? null : "keys were handed to the meter's program: no keypad was tested",
                Settings.EffectiveJudge == GlassJudge.Shadow
                    ? "the glass is the shadow of what was written, unproven"
                    : null,
            ];
            return open.Any(one => one is not null) ? string.Join("; ", open.Where(one => one is not null)) : null;
        }
    }

    /// <summary>Pins, bus and chips are there, every contact is open, and a test loop is fed.</summary>
    public override void Prepare()
    {
        using var pins = GpioPins.Open(Settings);
        if (Settings.TestLoop is { } testLoop)
        {
            using var loop = new TestLoop(pins.Board.Device(testLoop.Address), testLoop, new WallClock());
            loop.Look();
        }

        if (Settings.Crosspoint is not { } crosspoint || !Settings.HasKeypad) return;
        using var contacts = new Crosspoint(
            pins.Board.Device(crosspoint.Address), pins.Gpio, crosspoint, new WallClock());
    }

    public override IMeterRig Build(ulong seed)
    {
        SegmentFit.Demand(Settings.Wiring.Display, Profile);
        return new PhysicalRig(
            Name, MeterOnPins.Open(Settings, Profile, Tables, Probe), Settings, Profile, Operator, Stop);
    }
}
