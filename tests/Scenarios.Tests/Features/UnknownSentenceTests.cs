using System.Diagnostics;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>A sentence that the bench does not know: the message names the cause and what to write.</summary>
public sealed class UnknownSentenceTests
{
    [Theory]
    [InlineData("Given the meter holds 10,5 kWh", "use a point: the meter holds 10.5 kWh")]
    [InlineData("Given the meter holds 10.5kWh", "write a blank between number and unit: the meter holds 10.5 kWh")]
    [InlineData("Given the meter  holds 10.5 kWh", "write one blank between two words: the meter holds 10.5 kWh")]
    [InlineData("Given the meter holds 10.5 kWh.", "leave out what stands behind it: the meter holds 10.5 kWh")]
    [InlineData("Given the meter holds 10.5 kWh # credit",
        "a remark stands on a line of its own: the meter holds 10.5 kWh")]
    [InlineData("Given Given: the meter holds 10.5 kWh", "the keyword stands there twice: the meter holds 10.5 kWh")]
    [InlineData("Then The Meter Accepts It", "write it in small letters: the meter accepts it")]
    [InlineData("Given the meter holds ten kWh", "\"ten\" is not a number: write it in digits, such as 10.5")]
    [InlineData("Given the meter holds ten and a half kWh", "\"ten and a half\" is not a number: write it in digits")]
    [InlineData("When two minutes pass", "\"two\" is not a number: write it in digits, such as 10.5")]
    [InlineData("When 500.5 milliseconds pass", "\"500.5\" is not a whole number: write digits only, such as 12")]
    [InlineData("When the customer keys in token A", "put A between straight quotes")]
    [InlineData("Then the low credit LED is on", "\"low credit\" are several words where one must stand")]
    public void A_small_thing_is_named_with_what_to_write(string step, string advice) => Assert.StartsWith(
        $"trial.feature:3: no sentence \"{step}\"; {advice}", Assert.Single(MeterTrial.Mistakes(step)));

    [Theory]
    [InlineData("When the mains flickers", "the mains flickers {int} times within {int} second(s)")]
    [InlineData("When the customer keys in the tokn", "the customer keys in the token")]
    [InlineData("When the user keys in the token", "the customer keys in the token")]
    [InlineData("When the customer types the token", "the customer types the first {int} digit(s) of token {string}")]
    [InlineData("When 5 minutes passes by", "{decimal} minute(s) pass(es)")]
    [InlineData("Then the meter rejects it", "the meter refuses it")]
    [InlineData("Then the display says \"Accept\"", "the display shows {string}")]
    [InlineData("Then the key revision should be 2", "the key revision is {int}")]
    [InlineData("Then the switch is open", "the load switch is {word}")]
    [InlineData("Given the meter has 5 kWh left", "the meter holds {decimal} kWh")]
    public void The_sentence_that_was_probably_meant_is_named(string step, string sentence) => Assert.Equal(
        [$"trial.feature:3: no sentence \"{step}\"; did you mean \"{sentence}\"? (hilbench steps lists all there are)"],
        MeterTrial.Mistakes(step));

    [Theory]
    [InlineData("Then the meter is happy")]
    [InlineData("Given the sky is blue")]
    [InlineData("Then this is it")]
    [InlineData("When the lamp is lit")]
    [InlineData("Then nothing happens")]
    public void Nothing_is_suggested_for_the_sake_of_a_the_or_an_is(string step) => Assert.Equal(
        [$"trial.feature:3: no sentence \"{step}\" (hilbench steps lists all there are)"], MeterTrial.Mistakes(step));

    [Theory]
    [InlineData("Given the meter holds\u00A01.0 kWh",
        "column 26 has a no-break space (U+00A0); write an ordinary space: "
        + "Given the meter holds 1.0 kWh")]
    [InlineData("Given the meter holds\u202F1.0 kWh", "column 26 has a narrow no-break space (U+202F); ")]
    [InlineData("Given the meter holds\t1.0 kWh", "column 26 has a tab (U+0009); write an ordinary space: ")]
    [InlineData("When the customer presses \u201C1 2\u201D",
        "column 31 has a typographic quote (U+201C); write a straight "
        + "one: When the customer presses \"1 2\"")]
    [InlineData("When the customer presses \u00AB1 2\u00BB", "column 31 has a typographic quote (U+00AB); ")]
    [InlineData("When the customer presses \u201E1 2\u201C", "column 31 has a typographic quote (U+201E); ")]
    [InlineData("Given a credit token of \u22125.00 in currency",
        "column 29 has a minus sign that is not on the keyboard "
        + "(U+2212); write - instead: Given a credit token of -5.00 in currency")]
    [InlineData("Given a credit token of \u20135.00 in currency",
        "column 29 has a typographic dash (U+2013); write - instead: ")]
    [InlineData("When the mains\u200B fails",
        "column 19 has an invisible space (U+200B); remove it: When the mains fails")]
    [InlineData("When the m\u0430ins fails",
        "column 15 has a Cyrillic letter that looks like a (U+0430); write a instead: ")]
    [InlineData("When the meins\u00A0fails", "column 19 has a no-break space (U+00A0); write an ordinary space; "
        + "did you mean \"the mains fails\"?")]
    public void What_cannot_be_seen_in_a_sentence_is_named_with_its_column(string step, string expected) =>
        Assert.StartsWith($"trial.feature:3: {expected}", Assert.Single(MeterTrial.Mistakes(step)));

    [Fact]
    public void A_sentence_under_the_wrong_keyword_says_which_is_right() => Assert.Equal(
        ["trial.feature:3: \"the mains fails\" is a When step, not a Then step"],
        MeterTrial.Mistakes("Then the mains fails"));

    [Fact]
    public void A_sentence_of_a_megabyte_is_told_by_its_ends_and_in_no_time()
    {
        var started = Stopwatch.GetTimestamp();
        string[] fillings = ["when the meter ", "x", " ", "\u00A0", "<", "\"", "1,", "...", "(", "Given "];
        foreach (var filling in fillings)
        {
            var text = string.Concat(Enumerable.Repeat(filling, 1_000_000 / filling.Length));
            Assert.InRange(Assert.Single(MeterTrial.Mistakes($"When {text} end")).Length, 50, 700);
            var feature = $"Feature: f\n  Scenario: s\n    Givne {text} end\n    When the mains fails\n";
            Assert.InRange(
                Assert.Throws<FeatureMistakesException>(() => MeterTrial.Run(feature)).Message.Length, 50, 700);
        }

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void What_would_steer_a_terminal_is_written_out() => Assert.StartsWith(
        "trial.feature:3: column 14 has a control character (U+001B); remove it",
        Assert.Single(MeterTrial.Mistakes("When the \u001B[31mmains fails")));
}
