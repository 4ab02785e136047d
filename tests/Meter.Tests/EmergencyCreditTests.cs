using HilBench.Meter.Tests.Fixture;

namespace HilBench.Meter.Tests;

public class EmergencyCreditTests
{
    private static readonly MeterProfile OnAsking = MeterProfile.Generic with
    {
        Emergency = new EmergencyRule(50, AtMostUnits: 0, IsAutomatic: false),
        ShortCodes = [new("811#", default, "", CodeAction.EmergencyCredit)],
    };

    private static readonly MeterProfile ByItself = MeterProfile.Generic with
    {
        Emergency = new EmergencyRule(50, AtMostUnits: 0, IsAutomatic: true),
    };

    [Fact]
    public void It_is_lent_once_until_all_of_it_is_paid_back()
    {
        var meter = new MeterFixture(OnAsking);
        Assert.Equal(ResultCode.Accept, meter.Keys("811#"));
        Assert.Equal((50, 50), (meter.Credit.TenthsOfKwh, meter.Registers.Owed.Shown.TenthsOfKwh));
        meter.Draws(5_000);
        meter.Wait(TimeSpan.FromHours(2));
        Assert.Equal(ResultCode.FunctionError, meter.Keys("811#"));
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(4.9m)));
        Assert.Equal(ResultCode.FunctionError, meter.Keys("811#"));
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(0.1m, tid: 5001)));
        Assert.Equal(ResultCode.Accept, meter.Keys("811#"));
    }

    /// <summary>What is bought, lent and used always adds up, however it is mixed.</summary>
    [Fact]
    public void Nothing_is_won_or_lost_by_borrowing()
    {
        var meter = new MeterFixture(OnAsking);
        meter.Keys("811#");
        meter.Draws(1_000);
        meter.Wait(TimeSpan.FromHours(2));
        meter.Types(Vendor.Old.Credit(3m));
        meter.Wait(TimeSpan.FromHours(10));
        meter.Types(Vendor.Old.Credit(20m, tid: 5001));
        meter.Draws(0);
        var bought = CreditRegister.Of(new HilBench.Tokens.EnergyAmount(230));
        Assert.Equal(bought.Raw - meter.Registers.DeliveredMillijoules, meter.Registers.Credit.Raw);
        Assert.True(meter.Registers.Owed.IsEmpty);
    }

    [Fact]
    public void By_itself_the_light_stays_on_at_zero_and_goes_out_at_the_second()
    {
        var meter = new MeterFixture(ByItself, MeterFixture.AsMade(1));
        meter.Draws(1_000);
        meter.Wait(TimeSpan.FromHours(2));
        Assert.Equal((40, 50), (meter.Credit.TenthsOfKwh, meter.Registers.Owed.Shown.TenthsOfKwh));
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
        meter.Wait(TimeSpan.FromHours(4));
        Assert.Equal((0, 50), (meter.Credit.TenthsOfKwh, meter.Registers.Owed.Shown.TenthsOfKwh));
        Assert.Equal(LoadSwitchPosition.Open, meter.Switch);
        Assert.Equal((Int128)6 * 3_600_000_000, meter.Registers.DeliveredMillijoules);
    }

    [Fact]
    public void By_itself_it_is_not_lent_to_a_meter_that_never_had_credit_nor_during_a_tamper()
    {
        var empty = new MeterFixture(ByItself);
        empty.Draws(1_000);
        empty.Wait(TimeSpan.FromHours(1));
        Assert.True(empty.Registers.Owed.IsEmpty);

        var tampered = new MeterFixture(ByItself, MeterFixture.AsMade(1) with { TamperLatched = true });
        tampered.Draws(1_000);
        tampered.Wait(TimeSpan.FromHours(2));
        Assert.True(tampered.Registers.Owed.IsEmpty);
        Assert.Equal(LoadSwitchPosition.Open, tampered.Switch);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(StoredRecord.SlotBytes)]
    public void A_cut_anywhere_in_the_save_gives_it_once_or_not_at_all(int written)
    {
        var meter = new MeterFixture(OnAsking) { TearNextSaveAfter = written };
        meter.Keys("811#");
        meter.ReturnMains();
        var isLent = !meter.Registers.Owed.IsEmpty;
        Assert.Equal(isLent ? 50 : 0, meter.Credit.TenthsOfKwh);
        Assert.Equal(isLent ? ResultCode.FunctionError : ResultCode.Accept, meter.Keys("811#"));
        Assert.Equal(50, meter.Credit.TenthsOfKwh);
    }

    [Fact]
    public void A_register_that_has_no_room_for_it_lends_nothing()
    {
        var profile = OnAsking with { MaxCredit = new HilBench.Tokens.EnergyAmount(49) };
        var meter = new MeterFixture(profile);
        Assert.Equal(ResultCode.FunctionError, meter.Keys("811#"));
        Assert.True(meter.Registers.Owed.IsEmpty);
    }

    /// <summary>A purchase that would not fit is judged by what is left of it after it has paid back.</summary>
    [Fact]
    public void What_pays_back_needs_no_room()
    {
        var profile = OnAsking with { MaxCredit = new HilBench.Tokens.EnergyAmount(60) };
        var meter = new MeterFixture(profile);
        meter.Keys("811#");
        Assert.Equal(ResultCode.OverflowError, meter.Types(Vendor.Old.Credit(6.1m)));
        Assert.Equal(50, meter.Registers.Owed.Shown.TenthsOfKwh);
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(6m)));
        Assert.Equal((60, 0), (meter.Credit.TenthsOfKwh, meter.Registers.Owed.Shown.TenthsOfKwh));
    }
}
