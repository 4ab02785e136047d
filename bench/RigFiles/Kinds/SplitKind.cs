using HilBench.Rig.Outside;
using HilBench.Rig.Virtual;
using HilBench.Roles;

namespace HilBench.RigFiles;

/// <summary>Reads <see cref="SplitPlan"/>.</summary>
internal sealed class SplitKind : RigKind
{
    private static readonly Partner[] Allowed =
    [
        new("keypad.kind", "virtual"), new("display.kind", "virtual"), new("store.kind", "eeprom"),
        new("mains", "virtual", "none"), new("load", "virtual", "none"), new("press.kind", "hand"),
    ];

    public override string KeypadKind => "virtual";

    public override string MeterKind => "split";

    public override IReadOnlyList<Partner> Partners => [];

    public override RigPlan Read(RigHead head, Setting file)
    {
        var like = new VirtualRigSettings();
        var wiring = BoardPart.WiringOf(file, like.Wiring);
        if (wiring.Keypad.LegendOr(head.Profile.Pad.Legend).Problem() is { } pad)
            throw file.Group("keypad").Wrong($"keypad, for profile \"{head.Profile.Name}\": {pad}");
        var meter = file.Group("meter");
        var part = SplitPart.PartOf(meter);
        return new SplitPlan(head.Name, head.Profile, head.Tables)
        {
            Seed = (ulong)file.Number("seed", 1),
            IsThroughPty = SplitPart.IsPty(meter),
            Device = SplitPart.DeviceOf(meter),
            Another = part != OurPart.KeypadUnit ? null
                : (MeterPart.VendingKeyOf(meter), new OutsideLedger(
                    MeterPart.KeyOf(meter), MeterPart.TimeOf(meter, new DateTime(2024, 11, 1, 8, 0, 0)))),
            Settings = SplitPart.Of(meter, like with
            {
                Wiring = wiring,
                Keypad = KeypadPart.TimingOf(file.Group("keypad"), like.Keypad),
                Press = PressPart.TimingOf(file.Group("press"), like.Press),
                StoreAddress = StorePart.AddressOf(file),
            }) with { Ours = part },
        };
    }

    protected override RigKind Checked(Setting file)
    {
        foreach (var partner in Allowed) partner.JudgeBeside(file, "meter.kind \"split\"");
        var clock = SplitPart.DeviceOf(file.Group("meter")) is null ? "virtual" : "wall";
        if (file.Find("clock") is { Value: string said } wrong && said != clock)
            throw wrong.Wrong($"clock \"{said}\" does not go with this meter.line; allowed: {clock}");
        return this;
    }
}
