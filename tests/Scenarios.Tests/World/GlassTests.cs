using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.World;

/// <summary>What the bench understands from a display.</summary>
public sealed class GlassTests
{
    [Theory]
    [InlineData("12 kWh", "12", true)]
    [InlineData("12 kWh", "1", false)]
    [InlineData("12 kWh", "2 kWh", false)]
    [InlineData("  Enter   code 2  ", "Enter code 2", true)]
    [InlineData("Enter code 2", " code   2 ", true)]
    [InlineData("Enter code 2", "Enter 2", false)]
    [InlineData("a a b", "a b", true)]
    [InlineData("Accept", "accept", false)]
    [InlineData("Accept", "Accepted", false)]
    [InlineData("Accept", "Accept it", false)]
    [InlineData("    ", "", true)]
    [InlineData("x", "", false)]
    public void Text_is_compared_in_whole_words(string line, string text, bool contains) =>
        Assert.Equal(contains, WholeWords.Contains(line, text));

    [Theory]
    [InlineData("Accept          ", GlassAnswer.Accepted)]
    [InlineData("Used", GlassAnswer.Used)]
    [InlineData("Old", GlassAnswer.Old)]
    [InlineData("     Reject     ", GlassAnswer.Rejected)]
    [InlineData("Incomplete", GlassAnswer.Incomplete)]
    [InlineData("Enter code 1", GlassAnswer.AsksForTheOtherCode)]
    [InlineData("Enter code 4", GlassAnswer.AsksForTheOtherCode)]
    [InlineData("Enter code 5", null)]
    [InlineData("Accept it", null)]
    [InlineData("accept", null)]
    [InlineData("12.0 kWh", null)]
    [InlineData("", null)]
    public void A_line_of_the_glass_is_an_answer_or_none(string line, GlassAnswer? answer)
    {
        Assert.Equal(answer, GlassAnswers.Of(Picture(line, ""), MeterProfile.Generic));
        Assert.Equal(answer, GlassAnswers.Of(Picture("", line), MeterProfile.Generic));
    }

    [Fact]
    public void Refusals_that_a_profile_says_with_one_word_cannot_be_told_apart()
    {
        var alike = MeterProfile.Generic with { Words = new ResultWords { Used = "No", Reject = "No" } };
        Assert.Equal(GlassAnswer.Rejected, GlassAnswers.SaidAlike(GlassAnswer.Used, alike));
        Assert.Equal(GlassAnswer.Used, GlassAnswers.SaidAlike(GlassAnswer.Rejected, alike));
        Assert.Null(GlassAnswers.SaidAlike(GlassAnswer.Old, alike));
        Assert.Null(GlassAnswers.SaidAlike(GlassAnswer.Accepted, alike));
        Assert.All(
            Enum.GetValues<GlassAnswer>(), answer => Assert.Null(GlassAnswers.SaidAlike(answer, MeterProfile.Generic)));
    }

    [Fact]
    public void A_profile_answers_in_its_own_words()
    {
        var profile = MeterProfile.Generic with { Words = new ResultWords { Accept = "Thanks", Half = "{0} of 2" } };
        Assert.Equal(GlassAnswer.Accepted, GlassAnswers.Of(Picture("Thanks"), profile));
        Assert.Equal(GlassAnswer.AsksForTheOtherCode, GlassAnswers.Of(Picture("1 of 2"), profile));
        Assert.Null(GlassAnswers.Of(Picture("Accept"), profile));
        Assert.Equal("Thanks", GlassAnswers.Word(GlassAnswer.Accepted, profile));
        Assert.Equal("n of 2", GlassAnswers.Word(GlassAnswer.AsksForTheOtherCode, profile));
    }

    [Theory]
    [InlineData(GlassAnswer.Accepted, false, "accepted it", "Accept")]
    [InlineData(GlassAnswer.Used, true, "refused it as used", "Used")]
    [InlineData(GlassAnswer.Old, true, "refused it as old", "Old")]
    [InlineData(GlassAnswer.Rejected, true, "refused it", "Reject")]
    [InlineData(GlassAnswer.Incomplete, true, "refused it as incomplete", "Incomplete")]
    [InlineData(GlassAnswer.AsksForTheOtherCode, false, "asked for the other code", "Enter code n")]
    public void An_answer_has_words_for_people(GlassAnswer answer, bool refuses, string words, string onTheGlass)
    {
        Assert.Equal(refuses, answer.IsRefusal());
        Assert.Equal(words, ((GlassAnswer?)answer).InWords());
        Assert.Equal(onTheGlass, GlassAnswers.Word(answer, MeterProfile.Generic));
    }

    [Fact]
    public void No_answer_has_words_too() => Assert.Equal("gave no answer", ((GlassAnswer?)null).InWords());

    private static GlassPicture Picture(params string[] lines) => new(lines, TimeSpan.Zero);
}
