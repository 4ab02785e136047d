using HilBench.Scenarios.Features;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>The keyword to write is the one that was meant: a check must not become a state.</summary>
public sealed class SuggestedKeywordTests
{
    [Theory]
    [InlineData("So the meter holds 99.0 kWh")]
    [InlineData("Also the meter holds 99.0 kWh")]
    [InlineData("Or the meter holds 99.0 kWh")]
    [InlineData("Dann the meter holds 99.0 kWh")]
    [InlineData("- the meter holds 99.0 kWh")]
    [InlineData("1. Then the meter holds 99.0 kWh")]
    [InlineData("[Then the meter holds 99.0 kWh]")]
    [InlineData("(Then) the meter holds 99.0 kWh")]
    [InlineData("**Then** the meter holds 99.0 kWh")]
    [InlineData("Thenthe meter holds 99.0 kWh")]
    [InlineData("The\u00ADn the meter holds 99.0 kWh")]
    [InlineData("the meter holds 99.0 kWh")]
    public void Behind_something_that_happens_a_check_is_meant(string line) => Assert.Contains(
        "did you mean \"Then the meter holds 99.0 kWh\"?",
        Assert.Single(MeterTrial.Mistakes(
            "Given a 1.0 kWh credit token", "When the customer keys in the token", line)));

    [Theory]
    [InlineData("Given the meter holds 1.0 kWh|- the meter holds 99.0 kWh", "Given the meter holds 99.0 kWh")]
    [InlineData("Given the meter holds 1.0 kWh|(Then) the meter holds 99.0 kWh", "Then the meter holds 99.0 kWh")]
    [InlineData("Given the meter holds 1.0 kWh|Givn the mains fails", "When the mains fails")]
    [InlineData("Given the meter holds 1.0 kWh|Andd the mains fails", "When the mains fails")]
    [InlineData("When the mains fails|Andd the mains returns", "And the mains returns")]
    [InlineData("When the mains fails|And the mains returns|Also the meter holds 1.0 kWh",
        "Then the meter holds 1.0 kWh")]
    [InlineData("* the mains fails|* the meter holds 1.0 kWh|- the meter holds 9.0 kWh",
        "Then the meter holds 9.0 kWh")]
    [InlineData("When the mains fails|- the meter acepts it", "Then the meter acepts it")]
    public void The_keyword_is_one_under_which_the_sentence_stands(string lines, string step) =>
        Assert.Contains($"did you mean \"{step}\"?", Assert.Single(MeterTrial.Mistakes(lines.Split('|'))));

    [Theory]
    [InlineData("Thenthe meter holds 99.0 kWh", "Then the meter holds 99.0 kWh")]
    [InlineData("[Then the meter holds 99.0 kWh]", "Then the meter holds 99.0 kWh")]
    [InlineData("**Then** the meter holds 99.0 kWh", "Then the meter holds 99.0 kWh")]
    [InlineData("Dann the meter holds 99.0 kWh", "Then the meter holds 99.0 kWh")]
    [InlineData("- the mains fails|- the meter holds 99.0 kWh", "Then the meter holds 99.0 kWh")]
    [InlineData("Given: the mains fails", "When the mains fails")]
    [InlineData("Than the meter holds 99.0 kWh", "Then the meter holds 99.0 kWh")]
    public void In_a_description_too(string lines, string step) => Assert.Contains(
        $"; write \"{step}\"",
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(
            Trial.Scenario([.. lines.Split('|'), "When the mains fails"]), MeterTrial.Sentences)).Mistakes[^1]);

    [Fact]
    public void A_blank_that_is_none_right_behind_the_keyword_is_named() => Assert.Equal(
        [
            "trial.feature:4: column 9 has a no-break space (U+00A0); "
            + "\"Then\u00A0the key revision is 1\" is no step; did you mean \"Then the key revision is 1\"?",
        ],
        MeterTrial.Mistakes("When the mains fails", "Then\u00A0the key revision is 1"));

    [Theory]
    [InlineData("1,000.0", "leave the comma out: 1000.0")]
    [InlineData("12,345,678.5", "leave the comma out: 12345678.5")]
    [InlineData("1.000,5", "write 1000.5")]
    [InlineData("1,000", "write 1000, or 1.000 with a point")]
    [InlineData("10,50", "use a point: the meter holds 10.50 kWh")]
    public void A_comma_between_thousands_is_left_out(string number, string advice) => Assert.Equal(
        [$"trial.feature:3: no sentence \"Given the meter holds {number} kWh\"; {advice}"],
        MeterTrial.Mistakes($"Given the meter holds {number} kWh"));
}
