using HilBench.Rig.Outside;
using HilBench.Rig.Roles;
using HilBench.Rig.Vending;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.World;

/// <summary>Who is to blame for an exception: the meter, the stimulus, the scenario, or else the bench.</summary>
public static class MeterJudge
{
    public static Verdict Judge(Exception wrong) => wrong switch
    {
        MeterWrongException or ChipFindingException or LockstepDivergenceException or GlassDisputedException =>
            Verdict.Failed,
        // A scenario that asks for what no station sells was told so already: this is about a meter that is what it is.
        StimulusNotDeliveredException or VendingRefusedException => Verdict.Invalid,
        FeatureMistakeException => Verdict.Undefined,
        _ => Verdict.RigFault,
    };
}
