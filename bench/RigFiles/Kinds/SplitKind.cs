using HilBench.Meter;
using HilBench.Physical.Ports;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>Reads <see cref="SplitPlan"/>.</summary>
internal sealed class SplitKind : RigKind
{
    private static readonly Partner[] Allowed =
    [
        new("clock", "virtual"), new("keypad.kind", "virtual"), new("display.kind", "virtual"),
        new("store.kind", "eeprom"), new("mains", "virtual"), new("load", "virtual"), new("press.kind", "hand"),
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
        return new SplitPlan(head.Name, head.Profile, head.Tables)
        {
            Seed = (ulong)file.Number("seed", 1),
            IsThroughPty = SplitPart.IsPty(meter),
            Settings = SplitPart.Of(meter, like with
            {
                Wiring = wiring,
                Keypad = KeypadPart.TimingOf(file.Group("keypad"), like.Keypad),
                Press = PressPart.TimingOf(file.Group("press"), like.Press),
                StoreAddress = StorePart.AddressOf(file),
            }),
        };
    }

    protected override RigKind Checked(Setting file)
    {
        foreach (var partner in Allowed) partner.JudgeBeside(file, "meter.kind \"split\"");
        return this;
    }
}

/// <summary>Our meter in two parts on emulated chips, in virtual time: keypad unit, line and measuring unit.</summary>
public sealed record SplitPlan : RigPlan
{
    internal SplitPlan(string name, MeterProfile profile, StaTables tables) : base(name, profile, tables)
    {
    }

    public SplitRigSettings Settings { get; init; } = new();

    /// <summary>Every byte of the line passes through a terminal driver of the kernel.</summary>
    public bool IsThroughPty { get; init; }

    /// <summary>The glass is the keypad unit's, which does not start anew with the mains.</summary>
    public override IReadOnlyList<string> Capabilities =>
    [
        Capability.Contacts, Capability.HeldKeys, Capability.Chips, Capability.MemoryFaults, Capability.KeypadFaults,
        Capability.BusFaults, .. Capability.OfVirtualTime.Where(one => one != Capability.OnePiece),
        .. Settings.Board.Wiring.Indicators.Buzzer is null ? Array.Empty<string>() : [Capability.Buzzer],
        .. Settings.Board.Wiring.Indicators.HasLeds ? [Capability.Leds] : Array.Empty<string>(),
        Capability.Split,
    ];

    public override bool IsVirtual => true;

    public override IMeterRig Build(ulong seed) => new SplitRig(
        Name, IsThroughPty ? Settings with { Carrier = static () => new PtyCarrier() } : Settings, Profile, Tables,
        seed, Probe);
}
