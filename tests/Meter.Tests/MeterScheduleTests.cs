using HilBench.Meter.Tests.Fixture;

namespace HilBench.Meter.Tests;

/// <summary>
/// What happens by the passing of time alone: blinking, the end of work on a token, screens that change, use of energy.
/// </summary>
public class MeterScheduleTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);
    private static readonly string Wrong = Vendor.New.Credit(1).ToString();
    private static readonly string Right = Vendor.Old.Credit(5).ToString();

    [Theory]
    [InlineData(0, "Reject")]
    [InlineData(499, "Reject")]
    [InlineData(500, "")]
    [InlineData(1000, "Reject")]
    [InlineData(1999, "")]
    [InlineData(2000, "")]
    [InlineData(2500, "")]
    [InlineData(6999, "")]
    [InlineData(7000, "Credit|10.0 kWh")]
    [InlineData(12_000, "10.0 kWh")]
    public void A_refusal_blinks_then_the_glass_is_dark_and_then_shows_the_credit(int milliseconds, string glass) =>
        Assert.Equal(glass, Blinking(lasts: 2000, blank: 5000, milliseconds));

    [Theory]
    [InlineData(1199, "Reject")]
    [InlineData(1200, "Credit|10.0 kWh")]
    [InlineData(6200, "10.0 kWh")]
    public void Blinking_may_end_between_two_turns_and_without_a_dark_pause(int milliseconds, string glass) =>
        Assert.Equal(glass, Blinking(lasts: 1200, blank: 0, milliseconds));

    [Fact]
    public void An_acceptance_does_not_blink()
    {
        var meter = new MeterFixture(MeterProfile.Generic with { RefusalBlink = Blink(2000, 0) });
        meter.Receives(Right);
        meter.Wait(TimeSpan.FromMilliseconds(600));
        Assert.Equal("Accept", meter.Glass);
    }

    [Fact]
    public void An_answer_gives_way_to_the_credit_under_its_name_and_that_to_the_credit_alone()
    {
        var meter = Holding10();
        meter.Receives(Right);
        meter.Wait(TimeSpan.FromSeconds(3) - Moment);
        Assert.Equal("Accept", meter.Glass);
        meter.Wait(Moment);
        Assert.Equal("Credit|15.0 kWh", meter.Glass);
        meter.Wait(TimeSpan.FromSeconds(5) - Moment);
        Assert.Equal("Credit|15.0 kWh", meter.Glass);
        meter.Wait(Moment);
        Assert.Equal("15.0 kWh", meter.Glass);
        Assert.Null(meter.Model.Due);
    }

    [Fact]
    public void A_meter_that_takes_its_time_keeps_the_digits_on_the_glass_and_hears_no_key()
    {
        var meter = Working();
        Assert.Equal(ResultCode.None, meter.Keys(Right + "#"));
        var digits = meter.Glass;
        Assert.Equal(ResultCode.None, meter.Keys("12*#"));
        Assert.Equal(digits, meter.Glass);
        meter.Wait(TimeSpan.FromSeconds(1) - Moment);
        Assert.Equal(digits, meter.Glass);
        meter.Wait(Moment);
        Assert.Equal("Accept", meter.Glass);
        Assert.Equal(ResultCode.Accept, Assert.Single(meter.Effects.OfType<Effect.Answer>()).Result);
    }

    [Fact]
    public void A_token_that_comes_while_it_works_finds_it_not_ready_and_harms_nothing()
    {
        var meter = Working();
        Assert.Equal(ResultCode.None, meter.Receives(Right));
        Assert.Equal(ResultCode.NotReady, meter.Receives(Vendor.Old.Credit(1, 6000).ToString()));
        meter.Wait(TimeSpan.FromSeconds(2));
        Assert.Equal("15.0 kWh", meter.Credit.ToString());
        Assert.Equal(ResultCode.Accept, meter.Model.State.LastResult);
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(2001)]
    [InlineData(60_000)]
    public void Work_that_is_done_is_answered_before_what_happens_next(int milliseconds)
    {
        var meter = Working();
        meter.Receives(Right);
        meter.Sleep(TimeSpan.FromMilliseconds(milliseconds));
        meter.Keys("7");
        Assert.Equal(ResultCode.Accept, Assert.Single(meter.Effects.OfType<Effect.Answer>()).Result);
        Assert.Equal(("7", "15.0 kWh"), (meter.Glass, meter.Credit.ToString()));
    }

    [Fact]
    public void A_mains_failure_during_the_work_leaves_the_token_good()
    {
        foreach (var seconds in new[] { 1, 2, 60 })
        {
            var meter = Working();
            meter.Receives(Right);
            meter.Sleep(TimeSpan.FromSeconds(seconds));
            meter.CutMains();
            Assert.Empty(meter.Effects);
            meter.ReturnMains();
            Assert.Equal("10.0 kWh", meter.Glass);
            meter.Receives(Right);
            meter.Wait(TimeSpan.FromSeconds(2));
            Assert.Equal("Accept", meter.Glass);
        }
    }

    [Fact]
    public void A_meter_asks_to_be_called_for_whatever_comes_first_while_it_works()
    {
        var meter = Working();
        meter.Draws(1000);
        meter.Receives(Right);
        Assert.Equal(meter.Now + TimeSpan.FromSeconds(2), meter.Model.Due);
        meter.Draws(1_000_000_000);
        Assert.Equal(meter.Now + TimeSpan.FromMilliseconds(1), meter.Model.Due);
    }

    private static MeterFixture Holding10(MeterProfile? profile = null) => new(profile, MeterFixture.AsMade(10));

    private static MeterFixture Working() => Holding10(
        MeterProfile.Generic with { Entry = new EntryStyle { WorkTime = TimeSpan.FromSeconds(2) } });

    private static RefusalBlink Blink(int lasts, int blank) => new(
        TimeSpan.FromMilliseconds(lasts), TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(blank));

    private static string Blinking(int lasts, int blank, int milliseconds)
    {
        var meter = Holding10(MeterProfile.Generic with { RefusalBlink = Blink(lasts, blank) });
        meter.Receives(Wrong);
        meter.Wait(TimeSpan.FromMilliseconds(milliseconds));
        return meter.Glass;
    }
}
