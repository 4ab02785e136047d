using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Lab.Benches;

/// <summary>
/// The rig of a bench for as long as somebody has it: before every deed it is asked whether he still does.
/// </summary>
internal sealed record LeasedPlan : RigPlan
{
    private readonly RigPlan _rig;
    private readonly Action _demand;

    /// <param name="rig">The rig.</param>
    /// <param name="demand">Throws a <see cref="RigFaultException"/> when the lease is over.</param>
    public LeasedPlan(RigPlan rig, Action demand) : base(rig.Name, rig.Profile, rig.Tables)
    {
        (_rig, _demand) = (rig, demand);
        File = rig.File;
        Description = rig.Description;
        Seed = rig.Seed;
        Stop = rig.Stop;
        Probe = rig.Probe;
        LeavesOut = rig.LeavesOut;
        Faults = rig.Faults;
        Labels = rig.Labels;
    }

    public override bool IsVirtual => _rig.IsVirtual;

    public override IReadOnlyList<string> Capabilities => _rig.Capabilities;

    public override int MostAtOnce => 1;

    public override (KeyParameters Key, VendingKey? Vending)? FixedMeter => _rig.FixedMeter;

    public override DateTime? Begins => _rig.Begins;

    public override bool IsOurMeter => _rig.IsOurMeter;

    public override bool NeedsOperator => _rig.NeedsOperator;

    public override string? Caveat => _rig.Caveat;

    public override RigPlan AttendedBy(IOperator person) => new LeasedPlan(_rig.AttendedBy(person), _demand);

    public override void Prepare() => _rig.Prepare();

    public override string? Finish() => _rig.Finish();

    public override IMeterRig Build(ulong seed)
    {
        _demand();
        var rig = _rig with
        {
            Profile = Profile, Tables = Tables, Stop = Stop, Probe = Probe, Faults = Faults, Name = Name,
        };
        return new LeasedRig(rig.Build(seed), _demand);
    }
}
