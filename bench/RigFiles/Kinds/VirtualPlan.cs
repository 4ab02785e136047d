using HilBench.Meter;
using HilBench.Physical;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.RigFiles;

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
        Capability.HeldKeys, Capability.Chips,
        .. Capability.OfVirtualTime.Where(one => one != Capability.SaveCuts || Settings.MainsRelay is null),
        .. Settings.Wiring.Indicators.Buzzer is null ? Array.Empty<string>() : [Capability.Buzzer],
        .. Settings.Wiring.Indicators.HasLeds ? [Capability.Leds] : Array.Empty<string>(),
    ];

    public override IMeterRig Build(ulong seed)
    {
        SegmentFit.Demand(Settings.Wiring.Display, Profile);
        return new VirtualRig(Settings, Profile, Tables, seed, Name);
    }
}
