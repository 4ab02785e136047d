using HilBench.Scenarios.World;
using HilBench.Tokens;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>The codes of a key change: code 1 is the first section, "reset"; code 2 the second, "update".</summary>
[Binding]
public sealed class KeyChangeSteps(Bench bench, Vendor vendor)
{
    /// <summary>two, three (with supply group) or four (EA11) codes; a rollover when the base date changes.</summary>
    [Given("the {word} key change codes to key revision {int} on base date {int}")]
    public void GivenTheCodes(SetSize size, KeyRevision revision, BaseDate baseDate) =>
        vendor.MakeCodes(size, bench.Meter, vendor.KeyUnder(revision, baseDate));

    [Given("the {word} key change codes {string} to key revision {int} on base date {int}")]
    public void GivenTheCodes(SetSize size, string name, KeyRevision revision, BaseDate baseDate) =>
        vendor.MakeCodes(size, bench.Meter, vendor.KeyUnder(revision, baseDate), name);

    /// <summary>Codes for another meter, which differs from this one in the rows of the table.</summary>
    [Given("the {word} key change codes {string} to key revision {int} on base date {int} for a meter with:")]
    public void GivenTheCodesFor(
        SetSize size, string name, KeyRevision revision, BaseDate baseDate, MeterSettings settings)
    {
        var other = settings.Apply(bench.Meter);
        vendor.MakeCodes(size, other, other.Key with { Krn = revision, BaseDate = baseDate }, name);
    }

    /// <summary>The new key differs from the present one in the rows of the table.</summary>
    [Given("the {word} key change codes to a meter with:")]
    public void GivenTheCodesTo(SetSize size, MeterSettings settings) =>
        vendor.MakeCodes(size, bench.Meter, settings.Apply(bench.Meter));

    /// <summary>The new key differs from the present one in the rows of the table.</summary>
    [Given("the {word} key change codes {string} to a meter with:")]
    public void GivenTheCodesTo(SetSize size, string name, MeterSettings settings) =>
        vendor.MakeCodes(size, bench.Meter, settings.Apply(bench.Meter), name);
}
