using HilBench.Scenarios.World;
using HilBench.Tokens;

namespace HilBench.Scenarios.Steps;

/// <summary>The utility's own tokens, the tokens of other services, and the public ones of manuals.</summary>
[Binding]
public sealed class OtherTokenSteps(Vendor vendor)
{
    [Given("a clear credit token")]
    public void GivenAClearCreditToken() => vendor.SellClearCredit(name: null);

    [Given("a clear credit token {string}")]
    public void GivenAClearCreditToken(string name) => vendor.SellClearCredit(name);

    [Given("a clear tamper token")]
    public void GivenAClearTamperToken() => vendor.SellClearTamper(name: null);

    [Given("a clear tamper token {string}")]
    public void GivenAClearTamperToken(string name) => vendor.SellClearTamper(name);

    [Given("a maximum power limit token of {int} W")]
    public void GivenAMaximumPowerLimitToken(Watts limit) => vendor.SellPowerLimit(limit, name: null);

    [Given("a maximum power limit token {string} of {int} W")]
    public void GivenAMaximumPowerLimitToken(string name, Watts limit) => vendor.SellPowerLimit(limit, name);

    /// <summary>For meters of three phases.</summary>
    [Given("a phase unbalance limit token of {int} W")]
    public void GivenAPhaseUnbalanceLimitToken(Watts limit) => vendor.SellUnbalanceLimit(limit, name: null);

    [Given("a phase unbalance limit token {string} of {int} W")]
    public void GivenAPhaseUnbalanceLimitToken(string name, Watts limit) => vendor.SellUnbalanceLimit(limit, name);

    /// <summary>0 is electricity, 1 water, 2 gas, 3 time, 4 to 7 the same in currency.</summary>
    [Given("a clear credit token for register {int}")]
    public void GivenAClearCreditTokenFor(ClearedRegister register) =>
        vendor.SellClearCredit(name: null, register.Value);

    /// <summary>For a meter whose profile counts money; a negative amount takes credit away.</summary>
    [Given("a credit token of {decimal} in currency")]
    public void GivenACurrencyToken(MoneyAmount amount) => vendor.SellMoney(amount, name: null);

    [Given("a credit token {string} of {decimal} in currency")]
    public void GivenACurrencyToken(string name, MoneyAmount amount) => vendor.SellMoney(amount, name);

    [Given("a {decimal} m3 water credit token")]
    public void GivenAWaterToken(ServiceAmount amount) => Sell(CreditService.Water, amount);

    [Given("a {decimal} m3 gas credit token")]
    public void GivenAGasToken(ServiceAmount amount) => Sell(CreditService.Gas, amount);

    [Given("a {decimal} min time credit token")]
    public void GivenATimeToken(ServiceAmount amount) => Sell(CreditService.Time, amount);

    /// <summary>As printed in manuals; test 0 is all tests.</summary>
    [Given("the token for test {int}")]
    public void GivenATestToken(TestNumber test) => vendor.TakeTestToken(test, new MakerCode(0), name: null);

    /// <summary>Only meters of that maker take it; codes above 99 need the token of meters with 13 digits.</summary>
    [Given("the token for test {int} of maker {int}")]
    public void GivenATestToken(TestNumber test, MakerCode maker) => vendor.TakeTestToken(test, maker, name: null);

    private void Sell(CreditService service, ServiceAmount amount) =>
        vendor.SellService(service, amount.Tenths, name: null);
}
