using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>
/// What is sold for a key that the meter has later, after one key change or two, and what is done with the codes of a
/// set that is not the newest.
/// </summary>
[Binding]
public sealed class LaterKeySteps(Bench bench, Customer customer, Vendor vendor)
{
    [Needs(Capability.AnyDates)]
    [Given("a clear credit token {string} issued at {string} under key revision {int} on base date {int}")]
    public void GivenAClearCreditToken(string name, DateTime issued, KeyRevision revision, BaseDate baseDate) =>
        vendor.SellClearCredit(name, key: vendor.KeyUnder(revision, baseDate), issued: issued);

    [Needs(Capability.AnyDates)]
    [Given("a clear tamper token {string} issued at {string} under key revision {int} on base date {int}")]
    public void GivenAClearTamperToken(string name, DateTime issued, KeyRevision revision, BaseDate baseDate) =>
        vendor.SellClearTamper(name, vendor.KeyUnder(revision, baseDate), issued);

    [Needs(Capability.AnyDates)]
    [Given("a maximum power limit token {string} of {int} W issued at {string} "
        + "under key revision {int} on base date {int}")]
    public void GivenAPowerLimitToken(
        string name, Watts limit, DateTime issued, KeyRevision revision, BaseDate baseDate) =>
        vendor.SellPowerLimit(limit, name, vendor.KeyUnder(revision, baseDate), issued);

    [Needs(Capability.AnyDates)]
    [Given("a credit token {string} of {decimal} in currency issued at {string} "
        + "under key revision {int} on base date {int}")]
    public void GivenAMoneyToken(
        string name, MoneyAmount amount, DateTime issued, KeyRevision revision, BaseDate baseDate) =>
        vendor.SellMoney(amount, name, vendor.KeyUnder(revision, baseDate), issued);

    /// <summary>Codes for a meter that differs from this one in the rows of the table; the new key expires.</summary>
    [Given("the {word} key change codes {string} to key revision {int} on base date {int} with key expiry {int} "
        + "for a meter with:")]
    public void GivenTheCodesFor(
        SetSize size, string name, KeyRevision revision, BaseDate baseDate, KeyExpiry expiry, MeterSettings settings)
    {
        var other = settings.Apply(bench.Meter);
        vendor.MakeCodes(size, other, other.Key with { Krn = revision, BaseDate = baseDate }, expiry, name);
    }

    [When("the customer keys in code {int} of {string} with digit {int} wrong")]
    public void WhenACodeIsKeyedInWrongly(CodeNumber code, string name, DigitPlace digit) =>
        customer.KeysIn(CustomerSteps.WithDigitWrong(bench.Tray.Code(code.Value, name), digit));

    [Needs(Capability.SaveCuts)]
    [When("the customer keys in code {int} of {string} and the mains fails while the meter stores it")]
    public void WhenTheMainsFailsWhileTheCodeIsStored(CodeNumber code, string name) =>
        customer.KeysInAndTheMainsFails(bench.Tray.Code(code.Value, name));
}
