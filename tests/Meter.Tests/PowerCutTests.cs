using CsCheck;
using HilBench.Meter.Tests.Fixture;
using HilBench.Meter.Tests.Properties;

namespace HilBench.Meter.Tests;

/// <summary>What power cuts give away and take (docs/decisions/0017), counted by the test itself.</summary>
public class PowerCutTests
{
    private const long MillijoulesPerKwh = 3_600_000_000;

    private static readonly MeterProfile Unwarned = MeterProfile.Generic with { HoldUp = TimeSpan.Zero };

    [Fact]
    public void Twenty_thousand_cuts_a_second_apart_deliver_what_was_paid_for_and_no_more()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        meter.Draws(3000);
        for (var cut = 0; cut < 20_000; cut++) Warned(meter, TimeSpan.FromSeconds(1));
        Assert.Equal(10 * MillijoulesPerKwh, meter.Flowed);
        Assert.Equal((10 * MillijoulesPerKwh, LoadSwitchPosition.Open),
            (meter.Registers.DeliveredMillijoules, meter.Switch));
    }

    [Fact]
    public void Without_a_warning_they_deliver_two_steps_more_at_most()
    {
        var meter = new MeterFixture(Unwarned, MeterFixture.AsMade(10));
        meter.Draws(3000);
        for (var cut = 0; cut < 20_000; cut++) Unannounced(meter, TimeSpan.FromSeconds(1));
        Assert.Equal(LoadSwitchPosition.Open, meter.Switch);
        Assert.InRange(meter.Flowed, 9 * MillijoulesPerKwh, 10 * MillijoulesPerKwh + 2 * (Int128)Unwarned.SaveStep);
    }

    [Fact]
    public void A_warning_saves_what_was_used_to_the_millisecond()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        meter.Draws(1000);
        meter.Wait(TimeSpan.FromMilliseconds(1234));
        meter.Do(new MeterInput.PowerFailing());
        Assert.Equal(10 * MillijoulesPerKwh - 1_234_000, meter.Stored?.Credit.Millijoules);
        Assert.Single(meter.Effects.OfType<Effect.Save>());
        Assert.Null(meter.Model.Due);
    }

    [Fact]
    public void After_the_warning_nothing_is_charged_taken_or_answered()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        meter.Draws(1000);
        meter.Do(new MeterInput.PowerFailing());
        var saved = meter.Saves;
        meter.Sleep(TimeSpan.FromMilliseconds(50));
        Assert.Equal(ResultCode.None, meter.Receives(Vendor.Old.Credit(5).ToString()));
        meter.Draws(2000);
        Assert.Equal(ResultCode.None, meter.Keys("123#"));
        Assert.Equal((saved, "10.0 kWh"), (meter.Saves, meter.Glass));
        meter.CutMains();
        meter.ReturnMains();
        Assert.Equal(10 * MillijoulesPerKwh, meter.Registers.Credit.Millijoules);
        Assert.Equal(ResultCode.Accept, meter.Receives(Vendor.Old.Credit(5).ToString()));
    }

    [Fact]
    public void A_dip_that_the_reserve_outlasts_stops_the_count_and_nothing_else()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        meter.Draws(1000);
        meter.Keys("123");
        meter.Do(new MeterInput.PowerFailing());
        meter.Sleep(TimeSpan.FromMilliseconds(90));
        meter.Do(new MeterInput.PowerRecovered());
        meter.Draws(1000);
        meter.Wait(TimeSpan.FromMilliseconds(400));
        meter.Do(new MeterInput.TimePassed());
        Assert.Equal("123", meter.Glass);
        Assert.Equal(1_000_000, meter.Registers.DeliveredMillijoules);
        Assert.True(meter.Stored?.Cuts.IsOpen, "power flows again, and the record says so");
    }

    [Fact]
    public void A_token_the_meter_works_on_is_not_judged_on_the_last_of_the_reserve()
    {
        var slow = MeterProfile.Generic with { Entry = new() { WorkTime = TimeSpan.FromSeconds(2) } };
        var meter = new MeterFixture(slow, MeterFixture.AsMade(10));
        meter.Receives(Vendor.Old.Credit(5).ToString());
        meter.Do(new MeterInput.PowerFailing());
        meter.Sleep(TimeSpan.FromSeconds(3));
        meter.Do(new MeterInput.TimePassed());
        Assert.Equal("10.0 kWh", meter.Credit.ToString());
        meter.Do(new MeterInput.PowerRecovered());
        meter.Wait(TimeSpan.FromSeconds(1));
        Assert.Equal("15.0 kWh", meter.Credit.ToString());
    }

    [Fact]
    public void Each_unannounced_cut_halves_the_step_and_energy_brings_it_back()
    {
        var meter = new MeterFixture(Unwarned, MeterFixture.AsMade(1000));
        meter.Draws(1000);
        for (var halvings = 1; halvings <= CutAllowance.Most + 2; halvings++)
        {
            Unannounced(meter, TimeSpan.FromSeconds(1));
            Assert.Equal(Math.Min(halvings, CutAllowance.Most), meter.Registers.Cuts.Halvings);
        }

        // One hundred times 200 Wh less what the first step gives: 100 x (1/512 + 1/256 + … + 1) of 100 Wh.
        meter.Wait(TimeSpan.FromHours(19.97));
        Assert.Equal(1, meter.Registers.Cuts.Halvings);
        meter.Wait(TimeSpan.FromHours(0.1));
        Assert.Equal(0, meter.Registers.Cuts.Halvings);
    }

    /// <summary>What the memory has to stand, as docs/decisions/0017 says.</summary>
    [Theory]
    [InlineData(true, 7_200)]
    [InlineData(false, 32_300)]
    public void An_hour_of_cuts_a_second_apart_costs_so_many_saves(bool isWarned, int saves)
    {
        var meter = new MeterFixture(isWarned ? MeterProfile.Generic : Unwarned, MeterFixture.AsMade(1000));
        meter.Draws(3000);
        for (var cut = 0; cut < 3_600; cut++)
        {
            if (isWarned) Warned(meter, TimeSpan.FromSeconds(1));
            else Unannounced(meter, TimeSpan.FromSeconds(1));
        }

        Assert.InRange(meter.Saves, saves - 100, saves + 100);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void Only_a_cut_that_could_have_lost_something_counts(bool isWarned, int halvings)
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        for (var idle = 0; idle < 3; idle++) Unannounced(meter, TimeSpan.FromHours(1));
        Assert.Equal(0, meter.Saves);
        meter.Draws(1000);
        if (isWarned) meter.FailMains();
        else meter.CutMains();
        meter.ReturnMains();
        Assert.Equal(halvings, meter.Registers.Cuts.Halvings);
    }

    /// <summary>Whatever is drawn and however often the mains fails, warned or not, paid and delivered agree.</summary>
    [Fact]
    public void No_sequence_of_cuts_gives_or_takes_more_than_the_decision_says() =>
        Gen.Select(
            Gen.Int[1, 2_000], Gen.Int[1, 20_000], Gen.Bool,
            Gen.Select(Gen.Int[1, 900_000], Gen.Bool, Gen.Int[0, 5]).Array[1, 80])
        .Sample((step, watts, isMoney, cuts) =>
        {
            var profile = Unwarned with
            {
                SaveEveryWattHours = step,
                Accounting = isMoney ? Accounting.Currency("KES", 1_250_000, Int128.MaxValue) : Accounting.Energy,
            };
            var scale = profile.Accounting.Scale;
            var paid = (Int128)3 * MillijoulesPerKwh;
            var made = MeterFixture.AsMade(3) with { Credit = new CreditRegister(paid * scale.RawPerMillijoule) };
            var (meter, unwarned) = (new MeterFixture(profile, made), 0);
            meter.Draws(watts);
            foreach (var (milliseconds, isWarned, of) in cuts)
            {
                // Many short times as well as long ones.
                var on = TimeSpan.FromMilliseconds(milliseconds >> (2 * of));
                if (isWarned) Warned(meter, on);
                else Unannounced(meter, on);
                if (!isWarned) unwarned++;
            }

            var whole = (Int128)step * CreditRegister.MillijoulesPerWattHour;
            var kept = meter.Registers.Credit.Raw / scale.RawPerMillijoule;
            var given = meter.Flowed + kept - paid;
            Assert.True(given <= 2 * whole + meter.Flowed / 100 + watts, $"{given} mJ were given away");
            Assert.True(given >= -unwarned * (whole / 1024 + 1) - 1, $"{-given} mJ were taken");
            // The switch opens in the millisecond in which the credit ends.
            if (unwarned == 0) Assert.InRange(given, -1, watts);
        }, iter: Effort.Of(500));

    private static void Warned(MeterFixture meter, TimeSpan on)
    {
        meter.Wait(on);
        meter.FailMains();
        meter.ReturnMains();
    }

    private static void Unannounced(MeterFixture meter, TimeSpan on)
    {
        meter.Wait(on);
        meter.CutMains();
        meter.ReturnMains();
    }
}
