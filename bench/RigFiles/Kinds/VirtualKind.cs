using HilBench.Rig.Virtual;
using HilBench.Roles;

namespace HilBench.RigFiles;

/// <summary>
/// Reads <see cref="VirtualPlan"/>. What the file leaves out is as in <see cref="VirtualRigSettings"/>.
/// </summary>
internal sealed class VirtualKind(string keypadKind) : RigKind
{
    public override string KeypadKind => keypadKind;

    public override string? Clock => "virtual";

    public override IReadOnlyList<Partner> Partners { get; } =
    [
        new("clock", "virtual"), new("meter.kind", "model"), new("display.kind", "virtual", "pcf8574", "ht16k33"),
        new("store.kind", "eeprom"), new("mains", "virtual", "relay"), new("load", "virtual", "test-loop"),
    ];

    /// <summary>All that a PCF8574 is made for. A lone EEPROM is quick enough to take no time.</summary>
    private const int SlowBusHz = 100_000;

    public override RigPlan Read(RigHead head, Setting file)
    {
        var like = new VirtualRigSettings();
        var wiring = BoardSettings.WiringOf(file, like.Wiring);
        SegmentFit.Demand(wiring.Display, head.Profile, file);
        if (wiring.Keypad.LegendOr(head.Profile.Pad.Legend).Problem() is { } pad)
            throw file.Group("keypad").Wrong($"keypad, for profile \"{head.Profile.Name}\": {pad}");
        var settings = new VirtualRigSettings
        {
            Wiring = wiring,
            I2cHz = wiring.Chips().Count > 0 ? SlowBusHz : null,
            Crosspoint = PressSettings.CrosspointOf(file, like.Wiring.Keypad),
            TestLoop = LoopSettings.Of(file),
            MainsRelay = RelaySettings.Of(file),
            Keypad = BoardSettings.TimingOf(file.Group("keypad"), like.Keypad),
            Press = PressSettings.TimingOf(file.Group("press"), like.Press),
            StoreAddress = file.Group("store").Whole("address", like.StoreAddress),
            Seed = (ulong)file.Number("seed", like.Seed),
        };
        return new VirtualPlan(head.Name, head.Profile, head.Tables) { Settings = settings, Seed = settings.Seed };
    }
}
