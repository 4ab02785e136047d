using HilBench.Meter;
using HilBench.Rig.Physical;
using HilBench.Rig.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Files;

/// <summary>Our meter on real pins, in real time, with an operator's fingers.</summary>
public sealed record GpioPlan : RigPlan
{
    internal GpioPlan(string name, MeterProfile profile, StaTables tables) : base(name, profile, tables)
    {
    }

    /// <summary>Pins, times and the store.</summary>
    public GpioRigSettings Settings { get; init; } = new();

    /// <summary>Who presses the keys; a host that has nobody leaves it out and can only run the meter.</summary>
    public IOperator? Operator { get; init; }

    public override IReadOnlyList<string> Capabilities { get; } = [Capability.Record, .. Capability.OfOurMeter];

    public override int MostAtOnce => 1;

    public override string? Caveat => Settings.Wiring.Display.ReadWrite is null
        ? "R/W is not wired: the glass is the shadow of what was written, unproven"
        : null;

    public override IMeterRig Build(ulong seed) => new PhysicalRig(
        Name,
        MeterOnPins.Open(Settings, Profile, Tables),
        Settings,
        Profile,
        Operator ?? throw new RigFaultException($"rig {Name}: nobody is here to press keys"));
}
