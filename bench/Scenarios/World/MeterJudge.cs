using HilBench.Rig.Outside;
using HilBench.Roles;
using HilBench.Scenarios.Running;
using HilBench.Vending;

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
        _ => IsAssertion(wrong) ? Verdict.Failed : Verdict.RigFault,
    };

    /// <summary>A lab's own steps say with the library of their choice that a promise was broken.</summary>
    private static bool IsAssertion(Exception wrong)
    {
        for (var type = wrong.GetType(); type is not null; type = type.BaseType)
        {
            if (IsAssertion(type) || type.GetInterfaces().Any(IsAssertion)) return true;
        }

        return false;
    }

    /// <summary>xunit, NUnit, MSTest, Shouldly and FluentAssertions name theirs like this.</summary>
    private static bool IsAssertion(Type type) =>
        type.Name.EndsWith("AssertionException", StringComparison.Ordinal)
        || type.Name is "AssertFailedException" or "ShouldAssertException" or "XunitException";
}
