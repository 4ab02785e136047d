namespace HilBench.Meter.Tests.Profiles;

/// <summary>The profile "generic", which features may count on, setting by setting.</summary>
public class MeterProfileTests
{
    [Fact]
    public void The_generic_profile_is_the_default()
    {
        var profile = new MeterProfile();

        Assert.Equal(("generic", "123456789*0#"), (profile.Name, profile.Pad.Keys));
        Assert.Equal(('#', '*', ' '), (profile.Pad.Enter, profile.Pad.Backspace, profile.Entry.Separator));
        Assert.True(profile.TamperRefusesCredit);
        Assert.Equal(("", false), (new MeterState().Code, new MeterState().IsMetering));
    }

    [Fact]
    public void The_generic_words_are_those_of_the_2024_campaign()
    {
        var words = new ResultWords();

        Assert.Equal(
            ["Accept", "Used", "Old", "Reject", "Locked", "Incomplete"],
            [words.Accept, words.Used, words.Old, words.Reject, words.Locked, words.Incomplete]);
        Assert.Equal(
            ["Enter code {0}", "Credit", "Memory fault", "Keypad fault", "Overload"],
            [words.Half, words.Credit, words.MemoryFault, words.KeypadFault, words.Overload]);
    }

    [Theory]
    [InlineData(ResultCode.Accept, "Accept")]
    [InlineData(ResultCode.UsedError, "Used")]
    [InlineData(ResultCode.OldError, "Old")]
    [InlineData(ResultCode.Lockout, "Locked")]
    [InlineData(ResultCode.CrcError, "Reject-3")]
    [InlineData(ResultCode.RangeError, "Reject-3")]
    [InlineData(ResultCode.FirstKct, "Enter code 2")]
    [InlineData(ResultCode.FourthKct, "Enter code 2")]
    public void Each_answer_has_a_word_and_every_other_refusal_is_a_reject_that_may_count(ResultCode code,
        string word) =>
        Assert.Equal(word, new ResultWords { Reject = "Reject-{0}" }.For(code, KeyChangeSection.Second, 3));

    [Fact]
    public void A_profile_may_have_a_word_for_a_wrong_key_and_one_for_each_code()
    {
        var words = new ResultWords { Authentication = "AAAAA", Halves = ["PLS_1St", "PLS_2nd", "PLS_3rd", "PLS_4th"] };

        Assert.Equal("AAAAA", words.For(ResultCode.CrcError, null, 1));
        Assert.Equal("Reject", words.For(ResultCode.FormatError, null, 1));
        Assert.Equal(
            ["PLS_1St", "PLS_2nd", "PLS_3rd", "PLS_4th"], Enum.GetValues<KeyChangeSection>().Select(words.HalfWord));
    }
}
