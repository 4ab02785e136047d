using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests;

public class LoadGuardTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);
    private static readonly TimeSpan TripAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromMinutes(1);

    [Fact]
    public void Power_up_to_the_limit_never_trips_the_switch()
    {
        var meter = Limited(5000);
        meter.Draws(5000);
        meter.Wait(TimeSpan.FromMinutes(5));
        Assert.Equal((TripCause.None, LoadSwitchPosition.Closed), (meter.Registers.Trip, meter.Switch));
        Assert.Null(meter.Model.State.OverSince);
    }

    [Fact]
    public void More_trips_it_after_ten_seconds_for_a_minute_and_again_while_it_is_still_drawn()
    {
        var meter = Limited(5000);
        meter.Draws(5001);
        meter.Wait(TripAfter - Moment);
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
        meter.Wait(Moment);
        Assert.Equal((TripCause.MaximumPower, LoadSwitchPosition.Open), (meter.Registers.Trip, meter.Switch));
        meter.Wait(ReconnectAfter - Moment);
        Assert.Equal(LoadSwitchPosition.Open, meter.Switch);
        meter.Wait(Moment);
        Assert.Equal((TripCause.None, LoadSwitchPosition.Closed), (meter.Registers.Trip, meter.Switch));
        meter.Wait(TripAfter);
        Assert.Equal(LoadSwitchPosition.Open, meter.Switch);
    }

    [Fact]
    public void A_break_starts_the_ten_seconds_anew()
    {
        var meter = Limited(5000);
        for (var i = 0; i < 3; i++)
        {
            meter.Draws(6000);
            meter.Wait(TripAfter - Moment);
            meter.Draws(5000);
            meter.Wait(Moment);
        }

        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
    }

    [Fact]
    public void Power_back_under_the_limit_in_time_leaves_the_switch_closed_for_good()
    {
        var meter = Limited(5000);
        meter.Draws(5001);
        meter.Wait(TripAfter - Moment);
        meter.Draws(5000);
        Assert.Null(meter.Model.State.OverSince);
        meter.Wait(TripAfter * 3);
        Assert.Equal((TripCause.None, LoadSwitchPosition.Closed), (meter.Registers.Trip, meter.Switch));
    }

    [Theory]
    [InlineData(1000, TripCause.None)]
    [InlineData(1001, TripCause.PhaseUnbalance)]
    public void Phases_too_far_apart_trip_the_switch_too(int unbalance, TripCause expected)
    {
        var registers = MeterFixture.AsMade(10) with { UnbalanceLimit = new Watts(1000) };
        var meter = new MeterFixture(MeterProfile.Generic with { Phases = 3 }, registers);
        meter.Do(new MeterInput.LoadDraws(new Watts(2000), new Watts(unbalance)));
        meter.Wait(TripAfter);
        Assert.Equal(expected, meter.Registers.Trip);
    }

    [Fact]
    public void Only_a_meter_of_several_phases_takes_an_unbalance_limit()
    {
        var token = Vendor.Old.Write(new PhaseUnbalanceLimitToken(0, new(5000), new Watts(1000)));
        var three = new MeterFixture(MeterProfile.Generic with { Phases = 3 });

        Assert.Equal(ResultCode.FunctionError, new MeterFixture().Types(token));
        Assert.Equal(ResultCode.Accept, three.Types(token));
        Assert.Equal(new Watts(1000), three.Stored!.UnbalanceLimit);
    }

    [Fact]
    public void A_power_cut_does_not_shorten_the_minute()
    {
        var meter = Tripped();
        meter.Wait(ReconnectAfter / 2);
        meter.CutMains();
        meter.ReturnMains();
        meter.Wait(ReconnectAfter - Moment);
        Assert.Equal((TripCause.MaximumPower, LoadSwitchPosition.Open), (meter.Registers.Trip, meter.Switch));
        meter.Wait(Moment);
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
    }

    [Fact]
    public void Credit_bought_during_a_trip_does_not_close_the_switch()
    {
        var meter = Tripped();
        Assert.Equal(ResultCode.Accept, meter.Receives(Vendor.Old.Credit(5).ToString()));
        Assert.Equal(LoadSwitchPosition.Open, meter.Switch);
        meter.Draws(100);
        meter.Wait(ReconnectAfter);
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
    }

    [Fact]
    public void A_meter_without_credit_forgets_the_trip_and_keeps_the_switch_open()
    {
        var meter = Tripped();
        meter.Receives(Vendor.Old.Management(1, 0).ToString());
        meter.Wait(ReconnectAfter);
        Assert.Equal((TripCause.None, LoadSwitchPosition.Open), (meter.Registers.Trip, meter.Switch));
    }

    [Fact]
    public void A_meter_nobody_calls_finds_out_what_happened_meanwhile()
    {
        var (called, slept) = (Limited(5000), Limited(5000));
        foreach (var meter in new[] { called, slept }) meter.Draws(6000);
        called.Wait(TimeSpan.FromMinutes(30));
        slept.Sleep(TimeSpan.FromMinutes(30));
        slept.Do(new MeterInput.TimePassed());

        Assert.Equal(called.Registers, slept.Registers);
        Assert.Equal(called.Model.Due, slept.Model.Due);
    }

    [Theory]
    [InlineData(2, "10.0 kWh|Overload")]
    [InlineData(1, "10.0 kWh")]
    public void A_tripped_meter_says_so_where_there_is_room(int lines, string glass)
    {
        var meter = Tripped(MeterProfile.Generic with { Display = new(16, lines) });
        Assert.Equal(glass, meter.Glass);
        meter.Wait(ReconnectAfter);
        Assert.Equal("10.0 kWh", meter.Glass);
    }

    private static MeterFixture Limited(int watts, MeterProfile? profile = null) =>
        new(profile, MeterFixture.AsMade(10) with { MaximumPower = new Watts(watts) });

    private static MeterFixture Tripped(MeterProfile? profile = null)
    {
        var meter = Limited(5000, profile);
        meter.Draws(5001);
        meter.Wait(TripAfter);
        Assert.Equal(LoadSwitchPosition.Open, meter.Switch);
        return meter;
    }
}
