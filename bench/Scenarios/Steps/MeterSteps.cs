using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>The meter before the first thing happens.</summary>
[Binding]
public sealed class MeterSteps(Bench bench)
{
    /// <summary>A meter of the default world under this key.</summary>
    [Given("a meter with key revision {int} on base date {int}")]
    public void GivenAMeter(KeyRevision revision, BaseDate baseDate) =>
        bench.Describe(meter => meter with { Revision = revision, BaseDate = baseDate });

    /// <summary>Its keys and display go with its mains and clock: it is no split meter.</summary>
    [Needs(Capability.OnePiece)]
    [Given("a meter in one piece")]
    public static void GivenAMeterInOnePiece()
    {
    }

    /// <summary>Its keypad unit is indoors and its measuring unit outside, and a line joins them.</summary>
    [Needs(Capability.Split)]
    [Given("a split meter")]
    public static void GivenASplitMeter()
    {
    }

    /// <summary>Rows `name | value` change the default meter.</summary>
    [Needs(Capability.MadeToOrder)]
    [Given("a meter with:")]
    public void GivenAMeterWith(MeterSettings settings) => bench.Describe(settings.Apply);

    /// <summary>The default meter of this make: a name, or a file of one's own.</summary>
    [Needs(Capability.MadeToOrder)]
    [Given("a meter with profile {string}")]
    public void GivenAMeterOfThisMake(MeterProfile profile) =>
        bench.Describe(meter => meter with { Profile = profile });

    /// <summary>Credit in the register from the start.</summary>
    [Given("the meter holds {decimal} kWh")]
    public void GivenTheMeterHolds(EnergyAmount credit) => bench.GiveCredit(credit);

    /// <summary>Of a meter whose profile counts money.</summary>
    [Needs(Capability.MadeToOrder)]
    [Given("the meter holds {decimal} in currency")]
    public void GivenTheMeterHoldsMoney(MoneyAmount credit) => bench.GiveCredit(credit);

    /// <summary>How long a contact chatters, at most, at every press and release.</summary>
    [Needs(Capability.Contacts)]
    [Given("the keys bounce for {int} millisecond(s)")]
    public void GivenTheKeysBounce(BounceTime longest) => bench.MakeKeysBounce(longest.Time);

    /// <summary>Somebody opened the cover once.</summary>
    [Needs(Capability.MadeToOrder)]
    [Given("the tamper is latched")]
    public void GivenTheTamperIsLatched() => bench.Describe(meter => meter with { TamperLatched = true });
}
