using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>What the customer bought or was sent, as slips of paper.</summary>
[Binding]
public sealed class TokenSteps(Bench bench, Vendor vendor)
{
    [Given("a {decimal} kWh credit token")]
    public void GivenACreditToken(EnergyAmount energy) => vendor.SellCredit(energy, bench.Meter.Key);

    [Given("a {decimal} kWh credit token {string}")]
    public void GivenACreditToken(EnergyAmount energy, string name) =>
        vendor.SellCredit(energy, bench.Meter.Key, name);

    [Needs(Capability.AnyDates)]
    [Given("a {decimal} kWh credit token issued at {string}")]
    public void GivenACreditTokenIssuedAt(EnergyAmount energy, DateTime issued) =>
        vendor.SellCredit(energy, bench.Meter.Key, issued: issued);

    [Needs(Capability.AnyDates)]
    [Given("a {decimal} kWh credit token {string} issued at {string}")]
    public void GivenACreditTokenIssuedAt(EnergyAmount energy, string name, DateTime issued) =>
        vendor.SellCredit(energy, bench.Meter.Key, name, issued);

    [Given("a {decimal} kWh credit token under key revision {int} on base date {int}")]
    public void GivenACreditTokenUnder(EnergyAmount energy, KeyRevision revision, BaseDate baseDate) =>
        vendor.SellCredit(energy, vendor.KeyUnder(revision, baseDate));

    [Given("a {decimal} kWh credit token {string} under key revision {int} on base date {int}")]
    public void GivenACreditTokenUnder(EnergyAmount energy, string name, KeyRevision revision, BaseDate baseDate) =>
        vendor.SellCredit(energy, vendor.KeyUnder(revision, baseDate), name);

    [Needs(Capability.AnyDates)]
    [Given("a {decimal} kWh credit token issued at {string} under key revision {int} on base date {int}")]
    public void GivenACreditTokenIssuedAtUnder(
        EnergyAmount energy, DateTime issued, KeyRevision revision, BaseDate baseDate) =>
        vendor.SellCredit(energy, vendor.KeyUnder(revision, baseDate), issued: issued);

    [Needs(Capability.AnyDates)]
    [Given("a {decimal} kWh credit token {string} issued at {string} under key revision {int} on base date {int}")]
    public void GivenACreditTokenIssuedAtUnder(
        EnergyAmount energy, string name, DateTime issued, KeyRevision revision, BaseDate baseDate) =>
        vendor.SellCredit(energy, vendor.KeyUnder(revision, baseDate), name, issued);

    /// <summary>For a meter that differs from this one in the rows of the table.</summary>
    [Given("a {decimal} kWh credit token for a meter with:")]
    public void GivenACreditTokenFor(EnergyAmount energy, MeterSettings settings) =>
        vendor.SellCredit(energy, vendor.KeyWith(settings));

    /// <summary>For a meter that differs from this one in the rows of the table.</summary>
    [Given("a {decimal} kWh credit token {string} for a meter with:")]
    public void GivenACreditTokenFor(EnergyAmount energy, string name, MeterSettings settings) =>
        vendor.SellCredit(energy, vendor.KeyWith(settings), name);
}
