using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Lab.Coordination;

/// <summary>The rigs of a lab as one: what the features of a run are checked against.</summary>
internal sealed record LabPlan : RigPlan
{
    private readonly bool _isVirtual;
    private readonly string? _caveat;

    /// <param name="name">Such as <c>lab (clou 1.2.3)</c>.</param>
    /// <param name="capabilities">What at least one of them has.</param>
    /// <param name="isVirtual">All of them are.</param>
    /// <param name="caveat">What their verdicts do not prove.</param>
    public LabPlan(string name, IReadOnlyList<string> capabilities, bool isVirtual, string? caveat)
        : base(name, MeterProfile.Generic, StaTables.Sample) =>
        (Capabilities, _isVirtual, _caveat) = (capabilities, isVirtual, caveat);

    public override IReadOnlyList<string> Capabilities { get; }

    public override bool IsVirtual => _isVirtual;

    public override string? Caveat => _caveat;

    public override IMeterRig Build(ulong seed) =>
        throw new RigFaultException("the scenarios of a lab run on its benches, and not here");
}
