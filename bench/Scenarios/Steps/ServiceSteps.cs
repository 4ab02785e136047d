using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>
/// What an acceptance test asks beyond credit and keys: service, the voltage, what the meter counts and lends, and
/// tokens that it must not know.
/// </summary>
[Binding]
public sealed class ServiceSteps(Bench bench, Vendor vendor, Witness witness)
{
    /// <summary>As it comes from the factory, where the profile says that it is put into service later.</summary>
    [Needs(Capability.MadeToOrder)]
    [Given("the meter is not commissioned")]
    public void GivenTheMeterIsNotCommissioned() => bench.Describe(meter => meter with { IsCommissioned = false });

    /// <summary>Of a sub-class that is reserved or a maker's own, or of the extended set: any 16 bits.</summary>
    [Given("a token of class {int}, sub-class {int} and value {int}")]
    public void GivenAnOddToken(OddClass tokenClass, OddSubClass subClass, RawValue value) =>
        vendor.SellOdd(tokenClass.Class, subClass.Value, value.Value);

    /// <summary>Until another voltage is said, or the mains has failed and returned; no time passes.</summary>
    [Needs(Capability.MainsVoltage)]
    [When("the mains stands at {int} V from now on")]
    public void WhenTheMainsStandsAt(MainsVolts volts)
    {
        if (!bench.Build().Mains.IsOn) throw new FeatureMistakeException("the mains is off: it has no voltage");
        witness.LookFromNow();
        bench.Rig.Mains.Carry(new Volts(volts.Value));
    }

    /// <summary>In its memory: over-voltage, under-voltage, overload, cover or switch-failure.</summary>
    [Needs(Capability.Record)]
    [Then("the meter has counted {int} {word} event(s)")]
    public void ThenTheMeterHasCounted(EventCount count, CountedEvent what)
    {
        DemandCounting();
        var counted = Stored().Events[what.Event];
        if (counted != count.Value)
            throw new MeterWrongException($"the meter has counted {counted} {what.Name} events, not {count.Value}");
    }

    /// <summary>In its memory; the order counts, whatever the contact makes of it.</summary>
    [Needs(Capability.Record)]
    [Then("the load switch has operated {int} time(s)")]
    public void ThenTheSwitchHasOperated(EventCount count)
    {
        DemandCounting();
        var operated = Stored().Events.SwitchOperations;
        if (operated != count.Value)
            throw new MeterWrongException($"the load switch has operated {operated} times, not {count.Value}");
    }

    /// <summary>What the next purchases pay back before they count, on a meter that counts energy.</summary>
    [Needs(Capability.Record)]
    [Then("{decimal} kWh of emergency credit are owed")]
    public void ThenIsOwed(EnergyAmount amount)
    {
        var accounting = bench.Profile.Accounting;
        if (accounting.IsCurrency)
            throw new FeatureMistakeException($"profile \"{bench.Profile.Name}\" counts money, not kWh");
        var owed = Stored().Owed.UnitsIn(accounting.Scale);
        if (owed == amount.TenthsOfKwh) return;
        throw new MeterWrongException(
            $"{accounting.Text(owed)} of emergency credit are owed, not {accounting.Text(amount.TenthsOfKwh)}");
    }

    private void DemandCounting()
    {
        if (!bench.Profile.CountsEvents)
            throw new FeatureMistakeException($"a meter of profile \"{bench.Profile.Name}\" counts no events");
    }

    private MeterRegisters Stored() => bench.Build().Stored?.Registers
        ?? throw new MeterWrongException("the meter has no stored record that can be read", seen: witness.Now);
}
