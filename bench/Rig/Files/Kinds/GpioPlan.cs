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

    public override IReadOnlyList<string> Capabilities { get; } = [Capability.Record, .. Capability.OfOurMeter];

    public override int MostAtOnce => 1;

    public override IMeterRig Build(ulong seed) => throw new RigFaultException("not yet");
}
