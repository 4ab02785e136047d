using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests;

public class SwitchWatchTests
{
    private static readonly MeterProfile Watching = MeterProfile.Generic with
    {
        WeldedAfter = TimeSpan.FromSeconds(5),
        CountsEvents = true,
    };

    [Fact]
    public void Current_through_an_open_switch_is_a_failure_after_its_time_and_not_before()
    {
        var meter = new MeterFixture(Watching);
        meter.Do(new MeterInput.SwitchLeaks(new Watts(100)));
        meter.Wait(TimeSpan.FromSeconds(4.9));
        Assert.False(meter.Registers.SwitchFailed);
        meter.Wait(TimeSpan.FromSeconds(0.1));
        Assert.True(meter.Registers.SwitchFailed);
        Assert.Equal((1, "0.0 kWh|Switch fault"), (meter.Registers.Events.SwitchFailures, meter.Glass));
        Assert.Equal(LedLight.Lit, meter.Leds.Fault);
        Assert.True(meter.Stored!.SwitchFailed);
    }

    [Fact]
    public void More_or_less_of_it_is_the_same_failure()
    {
        var meter = new MeterFixture(Watching);
        meter.Do(new MeterInput.SwitchLeaks(new Watts(100)));
        meter.Wait(TimeSpan.FromSeconds(3));
        meter.Do(new MeterInput.SwitchLeaks(new Watts(2_000)));
        meter.Wait(TimeSpan.FromSeconds(2));
        meter.Do(new MeterInput.SwitchLeaks(new Watts(50)));
        meter.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal(1, meter.Registers.Events.SwitchFailures);
    }

    [Fact]
    public void A_closed_switch_may_carry_what_it_likes()
    {
        var meter = new MeterFixture(Watching, MeterFixture.AsMade(10));
        meter.Do(new MeterInput.SwitchLeaks(new Watts(100)));
        meter.Wait(TimeSpan.FromMinutes(1));
        Assert.False(meter.Registers.SwitchFailed);
    }

    /// <summary>What was measured before it closed and opened again says nothing of the new opening.</summary>
    [Fact]
    public void A_failure_that_was_seen_lasts_until_the_next_opening_has_been_measured()
    {
        var meter = new MeterFixture(Watching);
        meter.Do(new MeterInput.SwitchLeaks(new Watts(100)));
        meter.Wait(TimeSpan.FromSeconds(5));
        meter.Types(Vendor.Old.Credit(0.1m));
        meter.Do(new MeterInput.SwitchLeaks(default));
        Assert.True(meter.Registers.SwitchFailed);
        meter.Draws(1_000);
        meter.Wait(TimeSpan.FromHours(1));
        Assert.Equal((LoadSwitchPosition.Open, true), (meter.Switch, meter.Registers.SwitchFailed));
        meter.Do(new MeterInput.SwitchLeaks(default));
        Assert.False(meter.Registers.SwitchFailed);
        Assert.Equal(2, meter.Registers.Events.SwitchOperations);
    }

    [Fact]
    public void A_meter_that_counts_nothing_keeps_the_record_it_always_had()
    {
        var meter = new MeterFixture(MeterProfile.Generic, MeterFixture.AsMade(1));
        meter.Draws(2_000);
        meter.Wait(TimeSpan.FromHours(1));
        Assert.Equal((LoadSwitchPosition.Open, MeterEvents.None), (meter.Switch, meter.Registers.Events));
        Assert.All(meter.Slots.Where(slot => slot[0] != 0), slot => Assert.Equal(3, slot[2] & 7));
    }

    [Theory]
    [InlineData(MeterEvent.SwitchOperation, MeterEvents.MostOperations)]
    [InlineData(MeterEvent.OverVoltage, MeterEvents.Most)]
    [InlineData(MeterEvent.UnderVoltage, MeterEvents.Most)]
    [InlineData(MeterEvent.Overload, MeterEvents.Most)]
    [InlineData(MeterEvent.CoverOpened, MeterEvents.Most)]
    [InlineData(MeterEvent.SwitchFailure, MeterEvents.Most)]
    public void A_full_counter_stays_where_it_is_and_others_go_on(MeterEvent what, int most)
    {
        var full = new MeterEvents
        {
            SwitchOperations = MeterEvents.MostOperations,
            OverVoltages = MeterEvents.Most,
            UnderVoltages = MeterEvents.Most,
            Overloads = MeterEvents.Most,
            CoverOpenings = MeterEvents.Most,
            SwitchFailures = MeterEvents.Most,
        };
        Assert.Equal(most, full[what]);
        Assert.Equal(full, full.After(what));
        var one = MeterEvents.None.After(what);
        Assert.Equal(1, one[what]);
        Assert.Equal(1, Enum.GetValues<MeterEvent>().Sum(each => one[each]));
    }
}
