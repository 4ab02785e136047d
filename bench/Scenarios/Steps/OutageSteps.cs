using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>Mains that fails and is back after a time.</summary>
[Binding]
[Needs(Capability.Mains)]
public sealed class OutageSteps(Bench bench, Witness witness)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    [When("the mains fails for {decimal} second(s)")]
    public void WhenTheMainsFailsForSeconds(Seconds time) => Fail(time.Time);

    [When("the mains fails for {decimal} minute(s)")]
    public void WhenTheMainsFailsForMinutes(Minutes time) => Fail(time.Time);

    [Needs(Capability.LongTimes)]
    [When("the mains fails for {decimal} hour(s)")]
    public void WhenTheMainsFailsForHours(Hours time) => Fail(time.Time);

    private void Fail(TimeSpan time)
    {
        if (time < Shortest)
        {
            throw new FeatureMistakeException(
                "the mains fails for 1 second or more; for less: the mains dips for 300 milliseconds");
        }

        var rig = bench.Build();
        if (!rig.Mains.IsOn) throw new FeatureMistakeException("the mains is off already");
        witness.LookFromNow();
        // The end of the meter's reserve is part of the time without mains.
        var returns = rig.Clock.Now + time;
        rig.Mains.Fail();
        bench.Pass(returns - rig.Clock.Now);
        rig.Mains.Return();
        witness.AwaitLight();
    }
}
