using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests;

/// <summary>
/// The update of the key, by two, three or four codes (docs/sts.md, and what can go wrong by docs/meters.md).
/// </summary>
public class KeyChangeTests
{
    private static readonly TokenNumber[] Codes = Vendor.Old.KeyChange(TestKeys.New);
    private static readonly TokenNumber[] OtherCodes = Vendor.Old.KeyChange(TestKeys.Third);

    [Fact]
    public void Two_codes_in_either_order_change_the_key_and_keep_the_credit()
    {
        foreach (var order in new[] { Codes, [Codes[1], Codes[0]] })
        {
            var meter = new MeterFixture(registers: MeterFixture.AsMade(12.5m));
            Assert.True(meter.Types(order[0]).IsAwaitingMore());
            Assert.Equal(TestKeys.Old, meter.Registers.Key);
            Assert.Equal(ResultCode.Accept, meter.Types(order[1]));
            Assert.Equal(TestKeys.New, meter.Registers.Key);
            Assert.Equal(EnergyAmount.FromKwh(12.5m), meter.Credit);
        }
    }

    [Fact]
    public void Each_code_answers_with_what_it_is_and_the_last_one_with_acceptance()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(key: TestKeys.OldLong));
        var codes = new Vendor(TestKeys.OldLong).KeyChange(TestKeys.NewLong);
        Assert.Equal(ResultCode.FourthKct, meter.Types(codes[3]));
        Assert.Equal(ResultCode.SecondKct, meter.Types(codes[1]));
        Assert.Equal(ResultCode.ThirdKct, meter.Types(codes[2]));
        Assert.Equal(ResultCode.Accept, meter.Types(codes[0]));
    }

    [Fact]
    public void Three_codes_in_any_order_change_the_key_and_the_supply_group()
    {
        var key = TestKeys.New with { SupplyGroup = new SupplyGroupCode(987654) };
        EveryOrder(TestKeys.Old, key, Vendor.Old.KeyChange(key, threeTokens: true));
    }

    [Fact]
    public void Four_codes_in_any_order_change_a_long_key_and_the_supply_group() =>
        EveryOrder(TestKeys.OldLong, TestKeys.NewLong, new Vendor(TestKeys.OldLong).KeyChange(TestKeys.NewLong));

    [Fact]
    public void The_set_carries_revision_type_tariff_index_and_expiry_and_all_change_together()
    {
        var key = new MeterKey(
            TestKeys.New.Decoder, new(9), KeyType.Ddtk, new(99), new SupplyGroupCode(0), new KeyExpiry(0xA5));
        var meter = new MeterFixture();
        Update(meter, Vendor.Old.KeyChange(key));
        Assert.Equal(key, meter.Registers.Key);
        Assert.Equal(key, meter.Stored!.Key);
    }

    [Fact]
    public void A_change_with_roll_over_clears_the_store_of_used_tokens_and_one_without_keeps_it()
    {
        var meter = new MeterFixture();
        meter.Types(Vendor.Old.Credit(1, 5000));
        Update(meter, Vendor.Old.KeyChange(TestKeys.New, rollOver: false));
        Assert.Equal(ResultCode.UsedError, meter.Types(Vendor.New.Credit(1, 5000)));

        var rolledOver = new MeterFixture();
        rolledOver.Types(Vendor.Old.Credit(1, 5000));
        Update(rolledOver, Codes);
        Assert.Equal(ResultCode.Accept, rolledOver.Types(Vendor.New.Credit(1, 5000)));
        Assert.Equal(ResultCode.Accept, rolledOver.Types(Vendor.New.Credit(1, 1)));
    }

    [Fact]
    public void The_same_set_typed_again_is_refused_twice_and_the_key_stays()
    {
        var meter = new MeterFixture();
        Update(meter, Codes);
        Assert.Equal(ResultCode.CrcError, meter.Types(Codes[0]));
        Assert.Equal(ResultCode.CrcError, meter.Types(Codes[1]));
        Assert.Equal(TestKeys.New, meter.Registers.Key);
    }

    [Fact]
    public void Tokens_of_the_old_key_are_refused_after_the_update_and_of_the_new_key_before_it()
    {
        var meter = new MeterFixture();
        Assert.Equal(ResultCode.CrcError, meter.Types(Vendor.New.Credit(40)));
        Update(meter, Codes);
        Assert.Equal(ResultCode.CrcError, meter.Types(Vendor.Old.Credit(1)));
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.New.Credit(40)));
        Assert.Equal(EnergyAmount.FromKwh(40), meter.Credit);
    }

    [Fact]
    public void With_one_code_only_the_meter_works_on_under_the_old_key()
    {
        var meter = new MeterFixture();
        meter.Types(Codes[0]);
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(5)));
        Assert.Equal(ResultCode.Accept, meter.Types(Codes[1]));
    }

    [Fact]
    public void A_profile_may_drop_a_code_when_another_token_comes_between_but_not_for_a_refused_one()
    {
        var meter = new MeterFixture(MeterProfile.Generic with { PendingAtOtherToken = PendingHalf.Forgotten });
        meter.Types(Codes[0]);
        meter.Types(Vendor.New.Credit(5));
        Assert.False(meter.Registers.Pending.IsEmpty);
        meter.Types(Vendor.Old.Credit(5));
        Assert.True(meter.Registers.Pending.IsEmpty);
        Assert.Equal(ResultCode.SecondKct, meter.Types(Codes[1]));
    }

    [Fact]
    public void The_same_code_twice_does_no_harm_and_still_waits_for_the_other()
    {
        var meter = new MeterFixture();
        Assert.Equal(ResultCode.FirstKct, meter.Types(Codes[0]));
        Assert.Equal(ResultCode.FirstKct, meter.Types(Codes[0]));
        Assert.Equal("Enter code 2", meter.Glass);
        Assert.Equal(ResultCode.Accept, meter.Types(Codes[1]));
    }

    [Fact]
    public void A_code_of_another_meter_is_refused_and_never_combined()
    {
        var stranger = new Vendor(TestKeys.Third).KeyChange(TestKeys.New);
        var meter = new MeterFixture();
        meter.Types(Codes[0]);
        Assert.Equal(ResultCode.CrcError, meter.Types(stranger[1]));
        Assert.Equal(TestKeys.Old, meter.Registers.Key);
        Assert.Equal(ResultCode.Accept, meter.Types(Codes[1]));
        Assert.Equal(TestKeys.New, meter.Registers.Key);
    }

    [Fact]
    public void A_different_code_of_a_kind_already_pending_discards_the_earlier_ones()
    {
        var meter = new MeterFixture();
        meter.Types(Codes[0]);
        Assert.Equal(ResultCode.FirstKct, meter.Types(OtherCodes[0]));
        Assert.Equal(ResultCode.Accept, meter.Types(OtherCodes[1]));
        Assert.Equal(TestKeys.Third, meter.Registers.Key);
    }

    [Fact]
    public void In_a_set_of_three_the_newest_set_wins_over_two_codes_of_an_earlier_one()
    {
        var meter = new MeterFixture();
        var earlier = Vendor.Old.KeyChange(TestKeys.Third with { SupplyGroup = new(111111) }, threeTokens: true);
        var newest = Vendor.Old.KeyChange(TestKeys.New with { SupplyGroup = new(222222) }, threeTokens: true);
        meter.Types(earlier[2]);
        meter.Types(earlier[0]);
        Assert.Equal(ResultCode.FirstKct, meter.Types(newest[0]));
        Assert.Equal(ResultCode.SecondKct, meter.Types(newest[1]));
        Assert.Equal(ResultCode.Accept, meter.Types(newest[2]));
        Assert.Equal(TestKeys.New with { SupplyGroup = new(222222) }, meter.Registers.Key);
    }

    [Fact]
    public void Code_1_of_one_set_and_code_2_of_another_make_a_useless_key_that_no_meter_can_notice()
    {
        var meter = new MeterFixture();
        meter.Types(Codes[0]);
        Assert.Equal(ResultCode.Accept, meter.Types(OtherCodes[1]));
        Assert.Equal(
            DecoderKey.FromSections(TestKeys.New.Decoder.Word(0), TestKeys.Third.Decoder.Word(1)),
            meter.Registers.Key.Decoder);
    }

    [Theory]
    [InlineData(KeyType.Ditk, KeyType.Ddtk, true)]
    [InlineData(KeyType.Ditk, KeyType.Dutk, true)]
    [InlineData(KeyType.Ditk, KeyType.Ditk, false)]
    [InlineData(KeyType.Ditk, KeyType.Dctk, false)]
    [InlineData(KeyType.Ddtk, KeyType.Ddtk, true)]
    [InlineData(KeyType.Ddtk, KeyType.Dutk, true)]
    [InlineData(KeyType.Ddtk, KeyType.Ditk, false)]
    [InlineData(KeyType.Ddtk, KeyType.Dctk, false)]
    [InlineData(KeyType.Dutk, KeyType.Dutk, true)]
    [InlineData(KeyType.Dutk, KeyType.Ddtk, true)]
    [InlineData(KeyType.Dutk, KeyType.Ditk, false)]
    [InlineData(KeyType.Dutk, KeyType.Dctk, false)]
    [InlineData(KeyType.Dctk, KeyType.Ddtk, true)]
    [InlineData(KeyType.Dctk, KeyType.Dutk, false)]
    [InlineData(KeyType.Dctk, KeyType.Dctk, false)]
    public void The_code_that_completes_a_set_says_whether_the_key_type_may_follow(KeyType from, KeyType to, bool may)
    {
        var old = TestKeys.Old with { Type = from };
        var meter = new MeterFixture(registers: MeterFixture.AsMade(12.5m, old));
        var codes = Vendor.Old.KeyChange(TestKeys.New with { Type = to });
        Assert.Equal(ResultCode.SecondKct, meter.Types(codes[1]));
        Assert.Equal(may ? ResultCode.Accept : ResultCode.KeyTypeError, meter.Types(codes[0]));
        Assert.Equal(may ? TestKeys.New with { Type = to } : old, meter.Registers.Key);
        Assert.Equal(EnergyAmount.FromKwh(12.5m), meter.Credit);
    }

    [Fact]
    public void A_refused_set_is_forgotten_whole()
    {
        var meter = new MeterFixture();
        Update(meter, Vendor.Old.KeyChange(TestKeys.New with { Type = KeyType.Dctk }));
        Assert.True(meter.Registers.Pending.IsEmpty);
        Update(meter, Codes);
        Assert.Equal(TestKeys.New, meter.Registers.Key);
    }

    [Fact]
    public void A_roll_over_to_the_very_same_key_is_refused_since_every_used_token_would_count_again()
    {
        var meter = new MeterFixture();
        meter.Types(Vendor.Old.Credit(5));
        var codes = Vendor.Old.KeyChange(TestKeys.Old with { Revision = new(2) });
        meter.Types(codes[0]);
        Assert.Equal(ResultCode.RangeError, meter.Types(codes[1]));
        Assert.Equal(ResultCode.UsedError, meter.Types(Vendor.Old.Credit(5)));
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(10, 7)]
    [InlineData(2, 100)]
    [InlineData(2, 255)]
    public void A_set_with_a_revision_or_tariff_index_that_no_key_has_is_refused(int revision, int tariff)
    {
        var meter = new MeterFixture();
        meter.Types(Vendor.Old.Write(new FirstSection(15, revision, true, false, KeyType.Dutk, 1)));
        Assert.Equal(ResultCode.RangeError, meter.Types(Vendor.Old.Write(new SecondSection(15, tariff, 2))));
        Assert.Equal(TestKeys.Old, meter.Registers.Key);
    }

    [Fact]
    public void A_fourth_code_is_no_function_of_a_meter_with_a_short_key()
    {
        var meter = new MeterFixture();
        Assert.Equal(ResultCode.FunctionError, meter.Types(Vendor.Old.Write(new FourthSection(1, 2))));
    }

    [Fact]
    public void With_no_credit_left_the_update_works_and_the_switch_stays_open_until_credit_comes()
    {
        var meter = new MeterFixture();
        Update(meter, Codes);
        Assert.Equal(TestKeys.New, meter.Registers.Key);
        Assert.Equal((EnergyAmount.Zero, LoadSwitchPosition.Open), (meter.Credit, meter.Switch));
        meter.Types(Vendor.New.Credit(5));
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
    }

    [Fact]
    public void A_profile_may_want_code_1_first_and_then_waits_on_for_it()
    {
        var meter = new MeterFixture(MeterProfile.Generic with { CodeOrder = CodeOrder.FirstCodeFirst });
        Assert.Equal(ResultCode.FunctionError, meter.Types(Codes[1]));
        Assert.Equal("Reject", meter.Glass);
        Assert.Equal(ResultCode.FirstKct, meter.Types(Codes[0]));
        Assert.Equal(ResultCode.Accept, meter.Types(Codes[1]));
    }

    [Fact]
    public void A_half_done_update_names_the_code_still_awaited_or_the_one_taken_as_the_profile_says()
    {
        var awaited = new MeterFixture();
        awaited.Types(Codes[1]);
        Assert.Equal("Enter code 1", awaited.Glass);

        var taken = new MeterFixture(MeterProfile.Generic with { HalfShown = HalfShown.Taken });
        taken.Types(Codes[1]);
        Assert.Equal("Enter code 2", taken.Glass);
    }

    private static void Update(MeterFixture meter, IEnumerable<TokenNumber> codes)
    {
        foreach (var code in codes) meter.Types(code);
    }

    private static void EveryOrder(MeterKey from, MeterKey to, TokenNumber[] codes)
    {
        foreach (var order in Orders(codes))
        {
            var meter = new MeterFixture(registers: MeterFixture.AsMade(12.5m, from));
            var answers = order.Select(meter.Types).ToArray();
            Assert.All(answers[..^1], answer => Assert.True(answer.IsAwaitingMore()));
            Assert.Equal(ResultCode.Accept, answers[^1]);
            Assert.Equal(to, meter.Registers.Key);
            Assert.Equal(EnergyAmount.FromKwh(12.5m), meter.Credit);
        }
    }

    private static IEnumerable<TokenNumber[]> Orders(TokenNumber[] codes) => codes.Length < 2
        ? [codes]
        : codes.SelectMany(first => Orders([.. codes.Where(code => code != first)]), (first, rest) =>
            (TokenNumber[])[first, .. rest]);
}
