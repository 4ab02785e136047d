using HilBench.Rig.Virtual;

namespace HilBench.Rig.Files;

/// <summary>
/// Reads <see cref="VirtualPlan"/>. What the file leaves out is as in <see cref="VirtualRigSettings"/>.
/// </summary>
internal sealed class VirtualKind : RigKind
{
    public override string KeypadKind => "virtual";

    public override IReadOnlyList<Partner> Partners { get; } =
    [
        new("clock", "virtual"), new("meter.kind", "model"), new("display.kind", "virtual"),
        new("store.kind", "eeprom"), new("mains", "virtual"), new("load", "virtual"),
    ];

    public override RigPlan Read(RigHead head, Setting file)
    {
        var like = new VirtualRigSettings();
        var press = file.Group("press");
        var settings = new VirtualRigSettings
        {
            Wiring = BoardSettings.WiringOf(file, like.Wiring),
            Keypad = BoardSettings.TimingOf(file.Group("keypad"), like.Keypad),
            Press = new PressTiming
            {
                Press = press.Milliseconds("pressMs", like.Press.Press),
                Gap = press.Milliseconds("gapMs", like.Press.Gap),
                Bounce = press.Milliseconds("bounceMs", like.Press.Bounce),
            },
            StoreAddress = file.Group("store").Whole("address", like.StoreAddress),
            Seed = (ulong)file.Number("seed", like.Seed),
        };
        return new VirtualPlan(head.Name, head.Profile, head.Tables) { Settings = settings, Seed = settings.Seed };
    }
}
