using HilBench.Physical;
using HilBench.Roles;

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
            Wiring = BoardSettings.WiringOf(file, like.Wiring),
            Keypad = BoardSettings.TimingOf(pad, like.Keypad),
            Chip = file.Find("gpioChip") is null ? null : file.Text("gpioChip", ""),
            I2cBus = file.Whole("i2cBus", like.I2cBus),
            Store = StoreOf(file.Group("store"), file.Whole("i2cBus", like.I2cBus)),
            OperatorPatience = pad.Seconds("patienceSeconds", like.OperatorPatience),
            HasKeypad = HasKeypad,
            Crosspoint = PressSettings.CrosspointOf(file, like.Wiring.Keypad),
            Press = PressSettings.TimingOf(file.Group("press"), like.Press),
            Judge = JudgeOf(display),
            TestLoop = LoopSettings.Of(file),
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

    private static GlassJudge JudgeOf(Setting display) => display.Text("readBy", "panel") switch
    {
        "shadow" => GlassJudge.Shadow,
        "operator" => GlassJudge.Operator,
        _ => GlassJudge.Panel,
    };

    private static StoreSettings StoreOf(Setting store, int bus) => store.Text("kind", "file") == "eeprom"
        ? new StoreSettings.Eeprom(store.Whole("bus", bus), store.Whole("address", 0x50))
        : new StoreSettings.Folder(store.Text("folder", "/var/lib/hilbench"));
}
