using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>What happens around the meter: time, the mains, the load behind it.</summary>
[Binding]
public sealed class SurroundingsSteps(Bench bench, Customer customer, Witness witness)
{
    [When("{int} millisecond(s) pass(es)")]
    public void WhenMillisecondsPass(Milliseconds time) => Pass(time.Time);

    [When("{decimal} second(s) pass(es)")]
    public void WhenSecondsPass(Seconds time) => Pass(time.Time);

    [When("{decimal} minute(s) pass(es)")]
    public void WhenMinutesPass(Minutes time) => Pass(time.Time);

    [Needs(Capability.LongTimes)]
    [When("{decimal} hour(s) pass(es)")]
    public void WhenHoursPass(Hours time) => Pass(time.Time);

    [Needs(Capability.LongTimes)]
    [When("{decimal} day(s) pass(es)")]
    public void WhenDaysPass(Days time) => Pass(time.Time);

    [Needs(Capability.LongTimes)]
    [When("{decimal} week(s) pass(es)")]
    public void WhenWeeksPass(Weeks time) => Pass(time.Time);

    /// <summary>UTC; not before what the clock shows already.</summary>
    [Needs(Capability.LongTimes)]
    [Needs(Capability.AnyDates)]
    [When("the clock reaches {string}")]
    public void WhenTheClockReaches(DateTime time)
    {
        if (time < bench.Now)
            throw new FeatureMistakeException($"the clock is past that: it is {UtcTime.Write(bench.Now)}");
        Pass(time - bench.Now);
    }

    [Needs(Capability.Mains)]
    [When("the mains fails")]
    public void WhenTheMainsFails()
    {
        if (!bench.Build().Mains.IsOn) throw new FeatureMistakeException("the mains is off already");
        witness.LookFromNow();
        bench.Build().Mains.Fail();
    }

    [Needs(Capability.Mains)]
    [When("the mains returns")]
    public void WhenTheMainsReturns()
    {
        if (bench.Build().Mains.IsOn) throw new FeatureMistakeException("the mains is on: it has not failed before");
        witness.LookFromNow();
        bench.Build().Mains.Return();
        witness.AwaitLight();
    }

    /// <summary>So many times: on for that long, then gone. The last time it comes back and stays.</summary>
    [Needs(Capability.Mains, Capability.LongTimes)]
    [When("the mains fails {int} times, after {int} second(s) each")]
    public void WhenTheMainsFailsAgainAndAgain(CutCount times, Seconds on)
    {
        var mains = bench.Build().Mains;
        if (!mains.IsOn) throw new FeatureMistakeException("the mains is off already");
        witness.LookFromNow();
        for (var cut = 0; cut < times.Value; cut++)
        {
            bench.Pass(on.Time);
            mains.Fail();
            mains.Return();
        }

        witness.AwaitLight();
    }

    /// <summary>Both stored records become unreadable; only while the mains is off.</summary>
    [Needs(Capability.Spoiling)]
    [When("both copies of the memory are spoilt")]
    public void WhenTheMemoryIsSpoilt()
    {
        if (bench.Build().Mains.IsOn)
            throw new FeatureMistakeException("the memory is only spoilt while the mains is off");
        bench.Build().SpoilStore();
    }

    [Needs(Capability.SaveCuts)]
    [When("the customer keys in the token and the mains fails while the meter stores it")]
    public void WhenTheMainsFailsWhileTheTokenIsStored() => customer.KeysInAndTheMainsFails(bench.Tray.Newest);

    [Needs(Capability.SaveCuts)]
    [When("the customer keys in token {string} and the mains fails while the meter stores it")]
    public void WhenTheMainsFailsWhileTheTokenIsStored(string name) =>
        customer.KeysInAndTheMainsFails(bench.Tray[name]);

    [Needs(Capability.SaveCuts)]
    [When("the customer keys in code {int} and the mains fails while the meter stores it")]
    public void WhenTheMainsFailsWhileTheCodeIsStored(CodeNumber code) =>
        customer.KeysInAndTheMainsFails(bench.Tray.Code(code.Value));

    [Needs(Capability.Load)]
    [When("the load draws {int} W for {decimal} second(s)")]
    public void WhenTheLoadDrawsForSeconds(Watts power, Seconds time) => Draw(power, time.Time);

    [Needs(Capability.Load)]
    [When("the load draws {int} W for {decimal} minute(s)")]
    public void WhenTheLoadDrawsForMinutes(Watts power, Minutes time) => Draw(power, time.Time);

    [Needs(Capability.Load, Capability.LongTimes)]
    [When("the load draws {int} W for {decimal} hour(s)")]
    public void WhenTheLoadDrawsForHours(Watts power, Hours time) => Draw(power, time.Time);

    [Needs(Capability.Load, Capability.LongTimes)]
    [When("the load draws {int} W for {decimal} day(s)")]
    public void WhenTheLoadDrawsForDays(Watts power, Days time) => Draw(power, time.Time);

    /// <summary>Until another load is said; time does not pass here.</summary>
    [Needs(Capability.Load)]
    [When("the load draws {int} W from now on")]
    public void WhenTheLoadDrawsFromNowOn(Watts power)
    {
        witness.LookFromNow();
        bench.Build().Load.Draw(power);
    }

    /// <summary>A meter that measures three phases adds them up and compares them.</summary>
    [Needs(Capability.Load)]
    [When("the load draws {int} W, {int} W and {int} W on its phases from now on")]
    public void WhenThePhasesDrawFromNowOn(Watts first, Watts second, Watts third)
    {
        witness.LookFromNow();
        int[] phases = [first.Value, second.Value, third.Value];
        bench.Build().Load.Draw(new Watts(phases.Sum()), new Watts(phases.Max() - phases.Min()));
    }

    private void Pass(TimeSpan time)
    {
        if (time > StepTime.Longest) throw new FeatureMistakeException(StepTime.TooLong);
        witness.LookFromNow();
        bench.Pass(time);
    }

    private void Draw(Watts power, TimeSpan time)
    {
        witness.LookFromNow();
        var rig = bench.Build();
        // A meter that notices the first energy saves that, and time passes meanwhile.
        var ends = rig.Clock.Now + time;
        rig.Load.Draw(power);
        var isPlanned = rig.Load.StopsAt(ends);
        bench.Pass(ends - rig.Clock.Now);
        if (!isPlanned) rig.Load.Draw(default);
    }
}
