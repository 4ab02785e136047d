using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests;

/// <summary>
/// Each reason to refuse a token, the order of the reasons, and that a refused token changes nothing.
/// </summary>
public class TokenRulesTests
{
    private const int FirstExpiredTid = 0x560000;

    private static readonly MeterKey Default = TestKeys.Ea07(0x7777666655554444, 1, type: KeyType.Ddtk);
    private static readonly MeterKey Expiring = TestKeys.Old with { Expiry = new KeyExpiry(0x55) };
    private static readonly Vendor OfDefault = new(Default);

    [Theory]
    [InlineData("1234567890123456789")]
    [InlineData("123456789012345678901")]
    [InlineData("12345678901234567 90")]
    [InlineData("1234567890123456789x")]
    [InlineData("")]
    [InlineData("73786976294838206464")]
    [InlineData("99999999999999999999")]
    public void A_token_of_another_form_is_refused_for_its_form(string digits) =>
        Refuses(ResultCode.FormatError, new MeterFixture(registers: WithCredit()), digits);

    [Fact]
    public void A_token_of_the_reserved_class_is_refused_for_its_form_before_its_checksum_is_looked_at()
    {
        var reserved = TokenNumber.FromBlock((TokenClass)3, 0x0123456789ABCDEF);
        Refuses(ResultCode.FormatError, new MeterFixture(registers: WithCredit()), reserved);
    }

    [Fact]
    public void A_token_under_another_key_is_a_wrong_checksum() =>
        Refuses(ResultCode.CrcError, new MeterFixture(registers: WithCredit()), Vendor.New.Credit(25.6m));

    [Fact]
    public void A_token_with_one_wrong_digit_is_never_accepted()
    {
        var right = Vendor.Old.Credit(25.6m).ToString();
        var meter = new MeterFixture(registers: WithCredit());
        var before = meter.Registers;
        for (var place = 0; place < right.Length; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit == right[place]) continue;
                var answer = meter.Receives(right[..place] + digit + right[(place + 1)..]);
                Assert.True(answer.IsRefusal(), $"{digit} for digit {place + 1} of {right}: {answer}");
            }
        }

        Assert.Equal(before, meter.Registers);
    }

    [Fact]
    public void A_token_is_credited_once_and_used_ever_after()
    {
        var meter = new MeterFixture();
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(25.6m)));
        Refuses(ResultCode.UsedError, meter, Vendor.Old.Credit(25.6m));
        Refuses(ResultCode.UsedError, meter, Vendor.Old.Credit(99m));
    }

    [Fact]
    public void A_management_token_is_used_up_like_a_credit_token()
    {
        var meter = new MeterFixture();
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Management(0, 5000)));
        Refuses(ResultCode.UsedError, meter, Vendor.Old.Management(0, 5000));
        Refuses(ResultCode.UsedError, meter, Vendor.Old.Credit(25.6m));
    }

    [Fact]
    public void A_token_from_before_the_manufacturing_date_is_old() =>
        Refuses(ResultCode.OldError, new MeterFixture(), Vendor.Old.Credit(25.6m, tid: 999));

    [Fact]
    public void A_token_under_an_expired_key_is_refused_and_the_last_minute_before_is_not()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(key: Expiring));
        Refuses(ResultCode.KeyExpiredError, meter, Vendor.Old.Credit(25.6m, FirstExpiredTid));
        Refuses(ResultCode.KeyExpiredError, meter, Vendor.Old.Management(5, 0, FirstExpiredTid));
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(25.6m, FirstExpiredTid - 1)));
    }

    [Fact]
    public void A_key_change_is_taken_under_an_expired_key()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(key: Expiring with { Expiry = new KeyExpiry(0) }));
        var codes = Vendor.Old.KeyChange(TestKeys.New);
        Assert.Equal(ResultCode.FirstKct, meter.Types(codes[0]));
        Assert.Equal(ResultCode.Accept, meter.Types(codes[1]));
    }

    [Fact]
    public void A_meter_on_a_default_key_takes_no_credit_but_management_and_key_changes()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(key: Default));
        Refuses(ResultCode.DdtkError, meter, OfDefault.Credit(25.6m));
        Assert.Equal(ResultCode.Accept, meter.Types(OfDefault.Management(0, 5000)));
        foreach (var code in OfDefault.KeyChange(TestKeys.New)) meter.Types(code);
        Assert.Equal(TestKeys.New, meter.Registers.Key);
    }

    [Fact]
    public void The_default_key_is_named_before_the_expiry_the_expiry_before_the_date_and_the_date_before_the_amount()
    {
        var key = Default with { Expiry = new KeyExpiry(0) };
        var old = 0x010000;
        var tids = TidStore.Holding(50, old + 100, old + 200);
        var onDefault = new MeterFixture(registers: MeterFixture.AsMade(key: key, tids: tids));
        Refuses(ResultCode.DdtkError, onDefault, OfDefault.Credit(25.6m, old));

        var expired = new MeterFixture(registers: MeterFixture.AsMade(
            key: TestKeys.Old with { Expiry = new KeyExpiry(0) }, tids: tids));
        Refuses(ResultCode.KeyExpiredError, expired, Vendor.Old.Credit(25.6m, old));

        var small = MeterProfile.Generic with { MaxCredit = EnergyAmount.FromKwh(1) };
        var meter = new MeterFixture(small, MeterFixture.AsMade(tids: tids));
        Refuses(ResultCode.OldError, meter, Vendor.Old.Credit(25.6m, old));
        Refuses(ResultCode.UsedError, meter, Vendor.Old.Credit(25.6m, old + 200));
        Refuses(ResultCode.OldError, meter, Vendor.Old.Credit(25.6m, old, CreditService.Water));
        Refuses(ResultCode.OverflowError, meter, Vendor.Old.Credit(25.6m, old + 150));
    }

    [Fact]
    public void A_token_refused_for_overflow_stays_usable()
    {
        var small = MeterProfile.Generic with { MaxCredit = EnergyAmount.FromKwh(30) };
        var meter = new MeterFixture(small, MeterFixture.AsMade(10));
        Refuses(ResultCode.OverflowError, meter, Vendor.Old.Credit(20.1m));
        meter.Draws(1000);
        meter.Wait(TimeSpan.FromMinutes(6));
        meter.Draws(0);
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(20.1m)));
        Refuses(ResultCode.UsedError, meter, Vendor.Old.Credit(20.1m));
    }

    [Theory]
    [InlineData(CreditService.Water)]
    [InlineData(CreditService.Gas)]
    [InlineData(CreditService.Time)]
    public void Credit_for_another_service_is_no_function_of_this_meter(CreditService service) =>
        Refuses(ResultCode.FunctionError, new MeterFixture(), Vendor.Old.Credit(25.6m, service: service));

    [Fact]
    public void Every_sub_class_this_meter_does_not_have_is_refused_as_a_function()
    {
        var meter = new MeterFixture(registers: WithCredit());
        var data = 5000UL << 16;
        foreach (var subClass in Enumerable.Range(1, 15))
            Refuses(ResultCode.FunctionError, meter, Vendor.Old.Raw(TokenClass.Credit, subClass, data));
        foreach (var subClass in Enumerable.Range(2, 14).Append(2))
        {
            Refuses(ResultCode.FunctionError, meter, Vendor.Old.Raw(TokenClass.Test, subClass, 0xFFFFFFFFF00));
            if (subClass is not (3 or 4 or 5 or 8))
                Refuses(ResultCode.FunctionError, meter, Vendor.Old.Raw(TokenClass.Management, subClass, data));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xFFFF)]
    public void Clear_credit_empties_the_register_and_opens_the_switch(int register)
    {
        var meter = new MeterFixture(registers: WithCredit());
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Management(1, (ushort)register)));
        Assert.Equal(EnergyAmount.Zero, meter.Credit);
        Assert.Equal(LoadSwitchPosition.Open, meter.Switch);
    }

    [Theory]
    [InlineData(1, ResultCode.FunctionError)]
    [InlineData(7, ResultCode.FunctionError)]
    [InlineData(8, ResultCode.RangeError)]
    [InlineData(0xFFFE, ResultCode.RangeError)]
    public void Clear_credit_of_another_register_clears_nothing(int register, ResultCode expected) =>
        Refuses(expected, new MeterFixture(registers: WithCredit()), Vendor.Old.Management(1, (ushort)register));

    [Fact]
    public void A_maximum_power_limit_is_kept()
    {
        var meter = new MeterFixture();
        meter.Types(Vendor.Old.Write(new MaximumPowerLimitToken(0, new(5000), new Watts(5000))));
        Assert.Equal(new Watts(5000), meter.Registers.MaximumPower);
        Assert.Equal(new Watts(5000), meter.Stored!.MaximumPower);
    }

    [Fact]
    public void A_latched_tamper_refuses_credit_until_the_clear_tamper_token_and_the_refused_token_is_still_good()
    {
        var meter = new MeterFixture();
        meter.Do(new MeterInput.CoverOpened());
        Refuses(ResultCode.FunctionError, meter, Vendor.Old.Credit(25.6m));
        Refuses(ResultCode.RangeError, meter, Vendor.Old.Management(5, 1, 6000));
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Management(5, 0, 6000)));
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(25.6m)));
    }

    [Fact]
    public void A_profile_may_take_credit_while_a_tamper_is_latched()
    {
        var meter = new MeterFixture(MeterProfile.Generic with { TamperRefusesCredit = false });
        meter.Do(new MeterInput.CoverOpened());
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(25.6m)));
        Assert.True(meter.Registers.TamperLatched);
    }

    [Fact]
    public void A_token_through_the_token_port_is_judged_like_one_keyed_in()
    {
        var meter = new MeterFixture();
        Assert.Equal(ResultCode.Accept, meter.Receives(Vendor.Old.Credit(25.6m).ToString()));
        Assert.Equal(ResultCode.UsedError, meter.Types(Vendor.Old.Credit(25.6m)));
    }

    private static MeterRegisters WithCredit() => MeterFixture.AsMade(10);

    private static void Refuses(ResultCode reason, MeterFixture meter, TokenNumber token) =>
        Refuses(reason, meter, token.ToString());

    private static void Refuses(ResultCode reason, MeterFixture meter, string digits)
    {
        var (before, saves) = (meter.Registers, meter.Saves);
        Assert.Equal(reason, meter.Receives(digits));
        Assert.Same(before, meter.Registers);
        Assert.Equal(saves, meter.Saves);
    }
}
