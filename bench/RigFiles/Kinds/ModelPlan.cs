using HilBench.Meter;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>The model alone: no pins, its text is the display, time is virtual. It has no file.</summary>
public sealed record ModelPlan : RigPlan
{
    /// <summary><c>--rig none</c>.</summary>
    public static ModelPlan Alone { get; } = new();

    private ModelPlan() : base(Rigs.None, MeterProfile.Generic, StaTables.Sample) =>
        Description = "the model alone: no pins, its text is the display, time is virtual";

    public override IReadOnlyList<string> Capabilities =>
        [Capability.HeldKeys, Capability.Buzzer, Capability.Leds, .. Capability.OfVirtualTime];

    public override bool IsVirtual => true;

    public override IMeterRig Build(ulong seed) => new ModelRig(Profile, Tables, new PressTiming(), Probe);
}
