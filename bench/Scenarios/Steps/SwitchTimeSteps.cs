using System.Globalization;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>How soon the load switch moves, counted from the end of the last When.</summary>
[Binding]
[Needs(Capability.Load)]
public sealed class SwitchTimeSteps(Bench bench, Witness witness)
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(100);

    /// <summary>It is closed now, and opens within that time.</summary>
    [Then("the load switch opens within {decimal} second(s)")]
    public void ThenItOpens(WatchTime time) => Expect(LoadSwitchPosition.Open, "opens", "open", time.Time);

    /// <summary>It is open now, and closes within that time.</summary>
    [Then("the load switch closes within {decimal} second(s)")]
    public void ThenItCloses(WatchTime time) => Expect(LoadSwitchPosition.Closed, "closes", "closed", time.Time);

    private void Expect(LoadSwitchPosition wanted, string deed, string word, TimeSpan time)
    {
        var rig = bench.Build();
        if (!rig.Mains.IsOn) throw new FeatureMistakeException("the mains is off: no meter moves its switch");
        if (rig.Load.Switch == wanted)
        {
            throw new FeatureMistakeException(
                $"the load switch {deed} within a time: it is {word} already; write: the load switch is {word}");
        }

        for (var end = rig.Clock.Now + time; rig.Load.Switch != wanted;)
        {
            bench.StopIfAsked();
            if (rig.Clock.Now >= end)
            {
                throw new MeterWrongException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the load switch is not {word} after {time.TotalSeconds:0.###} s"), seen: witness.Now);
            }

            rig.Clock.Wait(Blink);
        }
    }
}
