using HilBench.Meter.Tests.Fixture;

namespace HilBench.Meter.Tests;

/// <summary>Keys that are no digits of a token: short codes, backspace, and keys without a meaning.</summary>
public class ShortCodeTests
{
    private static readonly MeterProfile Coded = MeterProfile.Generic with
    {
        ShortCodes =
        [
            new("804#", Reading.MeterNumber, "Meter number"),
            new("#078#", Reading.LastResult, "#078#"),
            new("#005#", Reading.KeyRevisionAndType, "#005#"),
        ],
    };

    [Theory]
    [InlineData("804#", "Meter number|00000000000")]
    [InlineData("#078#", "#078#|0")]
    [InlineData("#005#", "#005#|1.2")]
    [InlineData("#", "#")]
    [InlineData("#07", "#07")]
    [InlineData("#09", "Incomplete")]
    [InlineData("805#", "Incomplete")]
    [InlineData("#07*", "10.0 kWh")]
    [InlineData("#07*5", "5")]
    [InlineData("#078#5", "5")]
    [InlineData("804#7", "7")]
    public void A_code_asks_and_the_glass_answers(string keys, string glass)
    {
        var meter = Holding10(Coded);
        meter.Keys(keys);
        Assert.Equal(glass, meter.Glass);
    }

    [Fact]
    public void An_answer_stands_as_long_as_the_credit_does_and_then_the_meter_is_idle()
    {
        var meter = Holding10(Coded);
        meter.Keys("804#");
        meter.Wait(TimeSpan.FromSeconds(4.7));
        Assert.StartsWith("Meter number|", meter.Glass);
        meter.Wait(TimeSpan.FromSeconds(0.1));
        Assert.Equal("10.0 kWh", meter.Glass);
    }

    [Fact]
    public void A_code_answers_no_token_and_a_wrong_entry_does()
    {
        var meter = Holding10(Coded);
        Assert.Equal(ResultCode.None, meter.Keys("804#"));
        Assert.Equal(ResultCode.None, meter.Keys("#09"));
        Assert.Equal(ResultCode.FormatError, meter.Keys("805#"));
        Assert.Equal(ResultCode.FormatError, meter.Model.State.LastResult);
        meter.Keys("#078#");
        Assert.Equal("#078#|6", meter.Glass);
    }

    [Fact]
    public void A_code_left_half_typed_times_out_like_digits()
    {
        foreach (var keys in new[] { "#07", "12" })
        {
            var meter = Holding10(Coded);
            meter.Keys(keys);
            meter.Wait(TimeSpan.FromSeconds(29.7));
            Assert.Equal(keys, meter.Glass);
            meter.Wait(TimeSpan.FromSeconds(0.1));
            Assert.Equal("Incomplete", meter.Glass);
            meter.Keys("3");
            Assert.Equal("3", meter.Glass);
        }
    }

    [Fact]
    public void A_profile_may_show_the_credit_at_once_when_a_pause_ends_the_entry()
    {
        var style = new EntryStyle { TimeoutShows = TimeoutShows.Credit };
        var meter = Holding10(Coded with { Entry = style });
        foreach (var keys in new[] { "12", "#07" })
        {
            meter.Keys(keys);
            meter.Wait(TimeSpan.FromSeconds(30));
            Assert.Equal("10.0 kWh", meter.Glass);
            Assert.Equal((0, ""), (meter.Model.State.Entry.Digits.Length, meter.Model.State.Code));
        }
    }

    [Theory]
    [InlineData("#")]
    [InlineData("*")]
    [InlineData("x")]
    public void Any_other_key_wipes_an_answer_off_the_glass(string key)
    {
        var meter = Holding10(MeterProfile.Generic);
        meter.Receives("123");
        Assert.Equal("Reject", meter.Glass);
        meter.Keys(key);
        Assert.Equal("10.0 kWh", meter.Glass);
        meter.Keys("7");
        Assert.Equal("7", meter.Glass);
    }

    [Fact]
    public void A_key_that_begins_no_code_wipes_an_answer_off_the_glass_where_there_are_codes_too()
    {
        var meter = Holding10(Coded);
        meter.Keys("#078#");
        meter.Keys("i");
        Assert.Equal("10.0 kWh", meter.Glass);
    }

    [Fact]
    public void A_key_without_a_meaning_leaves_digits_alone()
    {
        var noEnter = MeterProfile.Generic with { Pad = new PadKeys { Enter = null } };
        var meter = Holding10(noEnter);
        Assert.Equal(ResultCode.None, meter.Keys("12#i"));
        Assert.Equal("12", meter.Glass);
    }

    [Theory]
    [InlineData("123*", "12")]
    [InlineData("1*", "10.0 kWh")]
    [InlineData("123**", "1")]
    [InlineData("123***", "10.0 kWh")]
    [InlineData("123*****4", "4")]
    public void Backspace_takes_one_digit_back(string keys, string glass) =>
        Shows(glass, keys, MeterProfile.Generic);

    [Theory]
    [InlineData(200, "123**", "10.0 kWh")]
    [InlineData(199, "123**", "1")]
    [InlineData(200, "123*", "12")]
    [InlineData(200, "123**4", "4")]
    public void A_profile_may_clear_the_entry_at_a_second_backspace_in_time(int within, string keys, string glass)
    {
        var style = new EntryStyle { ClearAllWithin = TimeSpan.FromMilliseconds(within) };
        Shows(glass, keys, MeterProfile.Generic with { Entry = style });
    }

    [Fact]
    public void A_meter_without_Enter_takes_the_token_at_its_twentieth_digit()
    {
        var style = new EntryStyle { Submit = Submit.TwentiethDigit };
        var meter = Holding10(MeterProfile.Generic with { Entry = style });
        var digits = Vendor.Old.Credit(5).ToString();
        Assert.Equal(ResultCode.None, meter.Keys(digits[..19]));
        Assert.Equal(ResultCode.Accept, meter.Keys(digits[19..]));
        Assert.Equal("15.0 kWh", meter.Credit.ToString());
    }

    private static void Shows(string glass, string keys, MeterProfile profile)
    {
        var meter = Holding10(profile);
        meter.Keys(keys);
        Assert.Equal(glass, meter.Glass);
    }

    private static MeterFixture Holding10(MeterProfile profile) => new(profile, MeterFixture.AsMade(10));
}
