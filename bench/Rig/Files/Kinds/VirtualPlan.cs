using HilBench.Meter;
using HilBench.Rig.Roles;
using HilBench.Rig.Virtual;
using HilBench.Tokens;

namespace HilBench.Rig.Files;

/// <summary>Our meter's firmware on emulated chips, in virtual time.</summary>
public sealed record VirtualPlan : RigPlan
{
    internal VirtualPlan(string name, MeterProfile profile, StaTables tables) : base(name, profile, tables)
    {
    }

    /// <summary>Pins and times.</summary>
    public VirtualRigSettings Settings { get; init; } = new();

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
