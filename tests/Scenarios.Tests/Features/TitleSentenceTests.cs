using HilBench.Scenarios.Features;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>A step on the line of a title is part of the title, and would never run.</summary>
public sealed class TitleSentenceTests
{
    [Theory]
    [InlineData("Background: Given the meter holds 10.0 kWh", "Given the meter holds 10.0 kWh")]
    [InlineData("Background: Given the meter hold 10.0 kWh", "Given the meter hold 10.0 kWh")]
    [InlineData("Background: the meter holds 99.0 kWh", "Given the meter holds 99.0 kWh")]
    [InlineData("Scenario: Given the meter holds 99.0 kWh", "Given the meter holds 99.0 kWh")]
    [InlineData("Scenario: - Then the meter accepts it", "Then the meter accepts it")]
    [InlineData("Scenario Outline: Then the meter holds <a> kWh", "Then the meter holds <a> kWh")]
    public void A_sentence_on_the_title_line_belongs_below_it(string title, string step)
    {
        var examples = title.StartsWith("Scenario Outline", StringComparison.Ordinal)
            ? "Examples:\n| a |\n| 1.0 |\n"
            : title.StartsWith("Background", StringComparison.Ordinal) ? "Scenario: s\n When the mains fails\n" : "";
        Assert.Equal(
            [
                $"trial.feature:2: \"{title}\": a step on the line of a title would never run; "
                + $"write \"{step}\" on a line of its own below it",
            ],
            Mistakes($"Feature: f\n  {title}\n  Given the meter holds 1.0 kWh\n{examples}"));
    }

    [Fact]
    public void A_sentence_on_the_line_of_examples_belongs_above_them() => Assert.EndsWith(
        "write \"Then the meter accepts it\" on a line of its own above the examples",
        Assert.Single(Mistakes("Feature: f\nScenario: s\nGiven the meter holds <a> kWh\n"
            + "Examples: Then the meter accepts it\n| a |\n| 1.0 |\n")));

    [Theory]
    [InlineData("Feature: Then the meter holds 99.0 kWh\n Rule: r\n")]
    [InlineData("Feature: f\n Rule: Then the meter holds 99.0 kWh\n")]
    public void A_sentence_on_the_line_of_a_feature_or_rule_is_a_mistake(string titles) => Assert.Contains(
        "a step on the line of a title would never run; "
        + "write \"Then the meter holds 99.0 kWh\" on a line of its own below a Scenario",
        Assert.Single(Mistakes($"{titles} Scenario: s\n  When the mains fails\n")));

    [Theory]
    [InlineData("Feature: When the mains fails\n Rule: The meter holds what was bought\n")]
    [InlineData("Feature: f\n Rule: Given the choice, the meter holds 10.0 kWh\n")]
    [InlineData("Feature: f\n Rule: The meter holds 10.0 kWh\n")]
    [InlineData("Feature: f\n Rule: A the meter holds 10.0 kWh\n")]
    [InlineData("Feature: f\n Background: for all\n  Given the meter holds 1.0 kWh\n")]
    public void A_title_that_speaks_of_the_same_things_is_left_alone(string titles) => Assert.Single(Trial.Read(
        $"{titles} Scenario: The meter accepts it\n  When the mains fails\n", MeterTrial.Sentences));

    private static IReadOnlyList<string> Mistakes(string feature) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(feature, MeterTrial.Sentences)).Mistakes;
}
