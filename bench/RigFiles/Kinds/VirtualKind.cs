using HilBench.Meter;
using HilBench.Physical;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

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
        var wiring = BoardPart.WiringOf(file, like.Wiring);
        SegmentFit.Demand(wiring.Display, head.Profile, file);
        if (wiring.Keypad.LegendOr(head.Profile.Pad.Legend).Problem() is { } pad)
            throw file.Group("keypad").Wrong($"keypad, for profile \"{head.Profile.Name}\": {pad}");
        var settings = new VirtualRigSettings
        {
            Wiring = wiring,
            I2cHz = wiring.Chips().Count > 0 ? SlowBusHz : null,
            Crosspoint = PressPart.CrosspointOf(file, like.Wiring.Keypad),
            TestLoop = TestLoopPart.Of(file),
            MainsRelay = MainsRelayPart.Of(file),
            Keypad = KeypadPart.TimingOf(file.Group("keypad"), like.Keypad),
            Press = PressPart.TimingOf(file.Group("press"), like.Press),
            StoreAddress = StorePart.AddressOf(file),
            Seed = (ulong)file.Number("seed", like.Seed),
        };
        return new VirtualPlan(head.Name, head.Profile, head.Tables) { Settings = settings, Seed = settings.Seed };
    }
}

/// <summary>Our meter's firmware on emulated chips, in virtual time.</summary>
public sealed record VirtualPlan : RigPlan, IWiredRig
{
    internal VirtualPlan(string name, MeterProfile profile, StaTables tables) : base(name, profile, tables)
    {
    }

    /// <summary>Pins and times.</summary>
    public VirtualRigSettings Settings { get; init; } = new();

    /// <summary>As the same board would hang on a real header.</summary>
    public HeaderWiring? Header => new(
        Settings.Wiring with { Keypad = Settings.Wiring.Keypad.LegendOr(Profile.Pad.Legend) },
        Settings.Crosspoint,
        loop: Settings.TestLoop,
        relay: Settings.MainsRelay);

    /// <summary>The contacts of a crosspoint switch do not chatter, and a relay cannot hit a save.</summary>
    public override IReadOnlyList<string> Capabilities =>
    [
        .. Settings.Crosspoint is null ? [Capability.Contacts] : Array.Empty<string>(),
        Capability.HeldKeys, Capability.Chips, Capability.MemoryFaults,
        .. Settings.Crosspoint is null ? [Capability.KeypadFaults] : Array.Empty<string>(),
        .. Settings.Wiring.Display.Segments is null ? [Capability.DisplayFaults] : Array.Empty<string>(),
        .. Settings.Wiring.Chips().Count == 0 ? [Capability.BusFaults] : Array.Empty<string>(),
        .. Capability.OfVirtualTime.Where(one => one != Capability.SaveCuts || Settings.MainsRelay is null),
        .. Settings.Wiring.Indicators.Buzzer is null ? Array.Empty<string>() : [Capability.Buzzer],
        .. Settings.Wiring.Indicators.HasLeds ? [Capability.Leds] : Array.Empty<string>(),
    ];

    public override bool IsVirtual => true;

    public override IMeterRig Build(ulong seed)
    {
        SegmentFit.Demand(Settings.Wiring.Display, Profile);
        return new VirtualRig(Settings, Profile, Tables, seed, Name, Probe);
    }
}
