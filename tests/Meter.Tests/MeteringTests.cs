using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests;

/// <summary>Energy and money are taken from the register exactly to the millisecond.</summary>
public class MeteringTests
{
    private const long Price = 2_500_000;

    private static readonly MeterProfile Money = MeterProfile.Generic with
    {
        Accounting = Accounting.Currency("KES", Price, 100_000_000),
    };

    [Fact]
    public void A_kilowatt_takes_a_tenth_off_the_glass_every_six_minutes_and_each_is_saved()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        meter.Draws(1000);
        meter.Wait(TimeSpan.FromMinutes(6) - TimeSpan.FromMilliseconds(1));
        // The first energy since power came costs a save of its own: docs/decisions/0017.
        Assert.Equal(("10.0 kWh", 1), (meter.Glass, meter.Saves));
        meter.Wait(TimeSpan.FromMilliseconds(1));
        Assert.Equal(("9.9 kWh", 2), (meter.Glass, meter.Saves));
        meter.Wait(TimeSpan.FromMinutes(54));
        Assert.Equal(("9.0 kWh", 11), (meter.Glass, meter.Saves));
        Assert.Equal(3_600_000_000, meter.Registers.DeliveredMillijoules);
    }

    [Theory]
    [InlineData(50, 21)]
    [InlineData(500, 3)]
    public void A_profile_says_how_often_credit_is_saved_and_the_glass_moves_all_the_same(int wattHours, int saves)
    {
        var profile = MeterProfile.Generic with { SaveEveryWattHours = wattHours };
        var meter = new MeterFixture(profile, MeterFixture.AsMade(10));
        meter.Draws(1000);
        meter.Wait(TimeSpan.FromHours(1));
        Assert.Equal(saves, meter.Saves);
        meter.Wait(TimeSpan.FromMinutes(6));
        Assert.Equal("8.9 kWh", meter.Glass);
    }

    [Fact]
    public void The_switch_opens_in_the_millisecond_in_which_the_credit_ends()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(0.1m));
        meter.Draws(7000);
        meter.Wait(TimeSpan.FromMilliseconds(51_428));
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
        Assert.Equal("0.1 kWh", meter.Glass);
        meter.Wait(TimeSpan.FromMilliseconds(1));
        Assert.Equal(("0.0 kWh", LoadSwitchPosition.Open), (meter.Glass, meter.Switch));
        Assert.Equal((360_000_000, true), (meter.Registers.DeliveredMillijoules, meter.Stored!.Credit.IsEmpty));
        Assert.Null(meter.Model.Due);
    }

    /// <summary>Seven bytes of millijoules are full after 20,016 hours of a megawatt.</summary>
    [Fact]
    public void The_total_of_energy_goes_on_past_seven_bytes_and_a_power_cut()
    {
        var nearly = MeterFixture.AsMade(1000) with { DeliveredMillijoules = (1L << 56) - 1_000 };
        var meter = new MeterFixture(registers: nearly);
        meter.Draws(1_000_000);
        meter.Wait(TimeSpan.FromSeconds(36));
        Assert.Equal((1L << 56) - 1_000 + 36_000_000_000, meter.Stored?.DeliveredMillijoules);
        meter.CutMains();
        meter.ReturnMains();
        Assert.Equal((1L << 56) - 1_000 + 36_000_000_000, meter.Registers.DeliveredMillijoules);
    }

    [Theory]
    [InlineData(16, "9999999999.9 kWh", 9_999_999_999.9)]
    [InlineData(16, "0000000000.0 kWh", 10_000_000_000.0)]
    [InlineData(16, "2345678901.2 kWh", 12_345_678_901.2)]
    [InlineData(20, "12345678901.2 kWh", 12_345_678_901.2)]
    public void A_total_of_more_digits_than_the_glass_has_rolls_over(int columns, string shown, double kwh)
    {
        var profile = MeterProfile.Generic with { Display = new(columns, 2) };
        var registers = MeterFixture.AsMade() with { DeliveredMillijoules = (Int128)((decimal)kwh * 10) * 360_000_000 };
        var meter = new MeterFixture(profile, registers);
        meter.Receives(TokenWriter.Write(TestToken.OfTest(3)).ToString());
        Assert.Equal($"Accept|{shown}", meter.Glass);
    }

    [Fact]
    public void What_the_house_would_have_drawn_before_the_switch_closed_is_not_charged()
    {
        var meter = new MeterFixture();
        meter.Draws(1000);
        meter.Wait(TimeSpan.FromHours(5));
        meter.Receives(Vendor.Old.Credit(1).ToString());
        meter.Wait(TimeSpan.FromMinutes(6));
        Assert.Equal("0.9 kWh", meter.Credit.ToString());
    }

    [Fact]
    public void Refused_tokens_at_odd_moments_do_not_stop_the_count()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        meter.Draws(1000);
        for (var i = 0; i < 100; i++)
        {
            meter.Sleep(TimeSpan.FromMicroseconds(600));
            meter.Receives("123");
        }

        Assert.Equal(60_000, meter.Registers.DeliveredMillijoules);
    }

    [Fact]
    public void Money_goes_at_its_price_and_energy_is_counted_beside_it()
    {
        var meter = Holding(10_000_000);
        meter.Draws(1000);
        meter.Wait(TimeSpan.FromMilliseconds(1439));
        Assert.Equal("100.00 KES", meter.Glass);
        meter.Wait(TimeSpan.FromMilliseconds(1));
        Assert.Equal("99.99 KES", meter.Glass);
        meter.Wait(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1440));
        Assert.Equal(("75.00 KES", 11), (meter.Glass, meter.Saves));
        Assert.Equal(3_600_000_000, meter.Registers.DeliveredMillijoules);
    }

    [Theory]
    [InlineData(5_000, ResultCode.Accept, "0.15 KES")]
    [InlineData(10_000, ResultCode.Accept, "0.20 KES")]
    [InlineData(10_001, ResultCode.OverflowError, "0.10 KES")]
    [InlineData(-3_000, ResultCode.Accept, "0.07 KES")]
    [InlineData(-10_000, ResultCode.Accept, "0.00 KES")]
    [InlineData(-10_001, ResultCode.RangeError, "0.10 KES")]
    public void A_currency_token_adds_or_takes_and_never_beyond_the_ends(int units, ResultCode answer, string left)
    {
        var meter = Holding(10_000, Money.WithMost(20_000));
        Assert.Equal(answer, meter.Types(Currency(units)));
        meter.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal(left, meter.Glass);
        Assert.Equal(left == "0.00 KES" ? LoadSwitchPosition.Open : LoadSwitchPosition.Closed, meter.Switch);
    }

    [Fact]
    public void A_meter_of_money_takes_no_energy_no_water_and_clears_the_currency_register_only()
    {
        var meter = Holding(10_000_000);
        Assert.Equal(ResultCode.FunctionError, meter.Types(Vendor.Old.Credit(5)));
        Assert.Equal(ResultCode.FunctionError, meter.Types(Currency(5, CreditService.Water)));
        Assert.Equal(ResultCode.FunctionError, meter.Types(Vendor.Old.Management(1, 0)));
        Assert.Equal("100.00 KES", meter.Profile.Accounting.Text(meter.Registers.Credit.UnitsIn(Scale)));
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Management(1, 4)));
        Assert.True(meter.Registers.Credit.IsEmpty);
    }

    [Fact]
    public void A_meter_of_energy_takes_no_money_and_clears_no_currency_register()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        Assert.Equal(ResultCode.FunctionError, meter.Types(Currency(5)));
        Assert.Equal(ResultCode.FunctionError, meter.Types(Vendor.Old.Management(1, 4)));
    }

    [Fact]
    public void A_register_that_holds_more_than_the_profile_allows_overflows_even_by_nothing()
    {
        var small = MeterProfile.Generic with { MaxCredit = EnergyAmount.FromKwh(5) };
        var meter = new MeterFixture(small, MeterFixture.AsMade(10));
        Assert.Equal(ResultCode.OverflowError, meter.Types(Vendor.Old.Credit(0)));
    }

    private static CreditScale Scale => Money.Accounting.Scale;

    private static TokenNumber Currency(int units, CreditService service = CreditService.Electricity) =>
        Vendor.Old.Write(new CurrencyCreditToken(service, new(5000), CurrencyAmount.AtLeast(units)));

    private static MeterFixture Holding(int units, MeterProfile? profile = null) =>
        new(profile ?? Money, MeterRegisters.AsMade(
            MeterPan.Parse(MeterFixture.Number),
            TestKeys.Old,
            TidStore.AsMade(50, new(1000)),
            CreditRegister.Of(units, Scale)));
}
