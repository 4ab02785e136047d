using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests;

public class VoltageGuardTests
{
    private static readonly MeterProfile Watching = MeterProfile.Generic with
    {
        Voltage = new VoltageRule(
            new Volts(276), new Volts(180), After: TimeSpan.FromSeconds(30),
            ReconnectAfter: TimeSpan.FromMinutes(1), OpensSwitch: true),
        CountsEvents = true,
    };

    [Theory]
    [InlineData(276, TripCause.OverVoltage)]
    [InlineData(275, TripCause.None)]
    [InlineData(181, TripCause.None)]
    [InlineData(180, TripCause.UnderVoltage)]
    [InlineData(0, TripCause.UnderVoltage)]
    public void The_thresholds_themselves_count(int volts, TripCause trip)
    {
        var meter = new MeterFixture(Watching, MeterFixture.AsMade(10));
        meter.Do(new MeterInput.MainsVoltage(new Volts(volts)));
        meter.Wait(TimeSpan.FromSeconds(30));
        Assert.Equal(trip, meter.Registers.Trip);
        Assert.Equal(trip == TripCause.None ? LoadSwitchPosition.Closed : LoadSwitchPosition.Open, meter.Switch);
    }

    [Fact]
    public void From_too_high_to_too_low_is_two_events_and_the_newer_one_is_said()
    {
        var meter = new MeterFixture(Watching, MeterFixture.AsMade(10));
        meter.Do(new MeterInput.MainsVoltage(new Volts(300)));
        meter.Wait(TimeSpan.FromMinutes(1));
        meter.Do(new MeterInput.MainsVoltage(new Volts(170)));
        meter.Wait(TimeSpan.FromSeconds(29));
        Assert.Equal(TripCause.OverVoltage, meter.Registers.Trip);
        meter.Wait(TimeSpan.FromSeconds(1));
        Assert.Equal((TripCause.UnderVoltage, "10.0 kWh|Low voltage"), (meter.Registers.Trip, meter.Glass));
        Assert.Equal((1, 1), (meter.Registers.Events.OverVoltages, meter.Registers.Events.UnderVoltages));
        meter.Do(new MeterInput.MainsVoltage(new Volts(230)));
        meter.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
    }

    [Fact]
    public void A_profile_that_only_counts_leaves_the_switch_alone()
    {
        var profile = Watching with { Voltage = Watching.Voltage! with { OpensSwitch = false } };
        var meter = new MeterFixture(profile, MeterFixture.AsMade(10));
        meter.Do(new MeterInput.MainsVoltage(new Volts(300)));
        meter.Wait(TimeSpan.FromHours(1));
        Assert.Equal((1, TripCause.None), (meter.Registers.Events.OverVoltages, meter.Registers.Trip));
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
    }

    [Fact]
    public void A_meter_that_slept_through_it_comes_to_the_same()
    {
        var awake = new MeterFixture(Watching, MeterFixture.AsMade(10));
        var asleep = new MeterFixture(Watching, MeterFixture.AsMade(10));
        foreach (var meter in new[] { awake, asleep })
        {
            meter.Draws(1_000);
            meter.Do(new MeterInput.MainsVoltage(new Volts(300)));
        }

        awake.Wait(TimeSpan.FromHours(1));
        asleep.Sleep(TimeSpan.FromHours(1));
        asleep.Do(new MeterInput.TimePassed());
        Assert.Equal(awake.Registers, asleep.Registers with { Cuts = awake.Registers.Cuts });
    }

    [Fact]
    public void A_bad_mains_keeps_an_overloaded_switch_open_beyond_its_minute()
    {
        var made = MeterFixture.AsMade(100) with { MaximumPower = new Watts(1_000) };
        var meter = new MeterFixture(Watching, made);
        meter.Draws(2_000);
        meter.Wait(TimeSpan.FromSeconds(10));
        Assert.Equal(TripCause.MaximumPower, meter.Registers.Trip);
        meter.Do(new MeterInput.MainsVoltage(new Volts(300)));
        meter.Wait(TimeSpan.FromMinutes(2));
        Assert.Equal((TripCause.OverVoltage, 1), (meter.Registers.Trip, meter.Registers.Events.OverVoltages));
        meter.Do(new MeterInput.MainsVoltage(new Volts(230)));
        meter.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
    }

    [Fact]
    public void A_current_is_reckoned_at_the_voltage_that_was_measured()
    {
        var profile = Watching with { OverCurrent = new OverCurrentRule(60, TimeSpan.FromSeconds(10)) };
        var meter = new MeterFixture(profile, MeterFixture.AsMade(100));
        meter.Draws(13_800);
        meter.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal(TripCause.None, meter.Registers.Trip);
        meter.Do(new MeterInput.MainsVoltage(new Volts(229)));
        meter.Wait(TimeSpan.FromSeconds(10));
        Assert.Equal((TripCause.OverCurrent, 1), (meter.Registers.Trip, meter.Registers.Events.Overloads));
    }
}
