using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>What breaks between the meter and the house: dips of the mains, a load switch that does not move.</summary>
[Binding]
public sealed class SupplyFaultSteps(Bench bench, Customer customer, Witness witness)
{
    /// <summary>It is away that long and then comes back.</summary>
    [Needs(Capability.MainsFaults)]
    [When("the mains dips for {int} milliseconds")]
    public void WhenTheMainsDips(DipTime time)
    {
        if (!bench.Build().Mains.IsOn) throw new FeatureMistakeException("the mains is off: there is none to dip");
        witness.LookFromNow();
        Dip(time);
        bench.Pass(time.Time);
        witness.AwaitLight();
    }

    /// <summary>To that voltage, and then back to what it was; the meter's supply may hold, or not.</summary>
    [Needs(Capability.MainsVoltage)]
    [When("the mains dips to {int} V for {int} milliseconds")]
    public void WhenTheMainsSags(DipVolts volts, DipTime time)
    {
        if (!bench.Build().Mains.IsOn) throw new FeatureMistakeException("the mains is off: there is none to dip");
        if (bench.Rig.Mains.Voltage is { } now && now.Value <= volts.Value)
            throw new FeatureMistakeException($"the mains has {now}: it cannot dip to {volts.Value} V");
        witness.LookFromNow();
        bench.Faults.Inject(new Fault(FaultKind.MainsSags) { Number = volts.Value, Time = time.Time });
        bench.Pass(time.Time);
        witness.AwaitLight();
    }

    /// <summary>The customer types on as if nothing had happened.</summary>
    [Needs(Capability.Keys, Capability.MainsFaults)]
    [When("the customer keys in the token and the mains dips for {int} milliseconds after {int} digit(s)")]
    public void WhenTheMainsDipsWhileTyping(DipTime time, DigitCount digits) => customer.TriesToKeyIn(
        bench.Tray.Newest.ToString(), digits.Value, () =>
        {
            if (!bench.Build().Mains.IsOn) throw new FeatureMistakeException("the mains is off: there is none to dip");
            Dip(time);
        });

    /// <summary>As long away as there, so many times; at the end it stays.</summary>
    [Needs(Capability.MainsFaults)]
    [When("the mains flickers {int} times within {int} second(s)")]
    public void WhenTheMainsFlickers(FlickerCount times, FlickerTime time)
    {
        if (!bench.Build().Mains.IsOn) throw new FeatureMistakeException("the mains is off: it cannot flicker");
        witness.LookFromNow();
        bench.Faults.Inject(new Fault(FaultKind.MainsFlickers) { Times = times.Value, Time = time.Time });
        bench.Pass(time.Time);
        witness.AwaitLight();
    }

    /// <summary>It comes and goes so many times within that time, and then stays.</summary>
    [Needs(Capability.MainsFaults)]
    [When("the mains returns and bounces {int} times within {int} milliseconds")]
    public void WhenTheMainsBounces(StrikeCount times, DipTime time)
    {
        if (bench.Build().Mains.IsOn) throw new FeatureMistakeException("the mains is on: it has not failed before");
        witness.LookFromNow();
        bench.Faults.Inject(new Fault(FaultKind.MainsBounces) { Times = times.Value, Time = time.Time });
        bench.Pass(time.Time);
        witness.AwaitLight();
    }

    /// <summary>Its contact stays closed, whatever the meter orders.</summary>
    [Needs(Capability.SwitchFaults)]
    [When("the load switch welds")]
    public void WhenTheSwitchWelds() => Break(FaultKind.SwitchWelded);

    /// <summary>Its contact stays open, whatever the meter orders.</summary>
    [Needs(Capability.SwitchFaults)]
    [When("the load switch burns out")]
    public void WhenTheSwitchBurnsOut() => Break(FaultKind.SwitchDead);

    /// <summary>What the house behind the switch sees, whatever the meter believes.</summary>
    [Needs(Capability.Load)]
    [Then("the house has power")]
    public void ThenTheHouseHasPower()
    {
        if (!HasPower) throw new MeterWrongException("the house has no power", seen: witness.Now);
    }

    [Needs(Capability.Load)]
    [Then("the house has no power")]
    public void ThenTheHouseHasNoPower()
    {
        if (HasPower) throw new MeterWrongException("the house has power", seen: witness.Now);
    }

    [Needs(Capability.SwitchFaults)]
    [When("the load switch is mended")]
    public void WhenTheSwitchIsMended()
    {
        witness.LookFromNow();
        bench.Faults.Mend(FaultyPart.LoadSwitch);
    }

    private bool HasPower => bench.Build().Mains.IsOn && bench.Build().Load.Switch == LoadSwitchPosition.Closed;

    private void Dip(DipTime time) => bench.Faults.Inject(new Fault(FaultKind.MainsDips) { Time = time.Time });

    private void Break(FaultKind kind)
    {
        witness.LookFromNow();
        bench.Faults.Inject(new Fault(kind));
    }
}
