using HilBench.Scenarios.Features;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>Steps in a scenario's description: without an article, in another language, below a second title.</summary>
public sealed class BareStepTests
{
    [Theory]
    [InlineData("Customer keys in the token", "When the customer keys in the token")]
    [InlineData("Customer keys in token", "When the customer keys in the token")]
    [InlineData("Meter accepts it", "Then the meter accepts it")]
    [InlineData("- Meter accepts it.", "Then the meter accepts it")]
    [InlineData("Meter holds 99.0 kWh", "Given the meter holds 99.0 kWh")]
    [InlineData("mains fails", "When the mains fails")]
    [InlineData("The meter should hold 99.0 kWh", "Given The meter should hold 99.0 kWh")]
    [InlineData("So meter holds 99.0 kWh", "Given the meter holds 99.0 kWh")]
    public void An_article_forgotten_makes_no_prose_of_a_step(string line, string step) => Assert.Contains(
        $"; write \"{step}\", or put # before it", Assert.Single(Mistakes($"    {line}\n")));

    [Fact]
    public void Steps_in_another_language_are_told_with_the_language() => Assert.Equal(
        [
            "trial.feature:3: \"Wenn der Kunde tippt\" is read as a description, so it would never run; \"Wenn\" "
            + "begins a step in another language: write \"# language: de\" as the first line of the file",
            "trial.feature:4: \"Dann hat er Strom\" is read as a description, so it would never run; \"Dann\" "
            + "begins a step in another language: write \"# language: de\" as the first line of the file",
        ],
        Mistakes("    Wenn der Kunde tippt\n    Dann hat er Strom\n"));

    [Theory]
    [InlineData("Scenario T")]
    [InlineData("Scenario Outline T")]
    [InlineData("Scenario 2: T")]
    [InlineData("Scenario; T")]
    public void A_title_without_its_colon_below_a_title_is_named(string line) => Assert.StartsWith(
        $"trial.feature:3: \"{line}\" is read as a description; did you mean \"Scenario",
        Assert.Single(Mistakes($"    {line}\n")));

    [Theory]
    [InlineData("Customer is away")]
    [InlineData("Scenario for meters of three phases")]
    [InlineData("Scenario Outline features of the reader")]
    [InlineData("The meter starts with 10.0 kWh")]
    [InlineData("The key revision, 1 or 2, is shown")]
    [InlineData("The customer is away")]
    [InlineData("Meter and customer")]
    [InlineData("Dann is a name")]
    [InlineData("Ensure the meter has what was bought")]
    [InlineData("A story\n    I like")]
    [InlineData("Also, this is prose\n    So is this\n    As this is")]
    [InlineData("Scenario names say what is different.")]
    [InlineData("Scenario T is the other one,\n    and this is not.")]
    public void Prose_is_left_alone(string prose) => Assert.Equal(
        2, Assert.Single(Trial.Read(Feature($"    {prose}\n"), MeterTrial.Sentences)).Steps.Count);

    private static string Feature(string lines) =>
        $"Feature: f\n  Scenario: s\n{lines}    When the mains fails\n    And the mains returns\n";

    private static IReadOnlyList<string> Mistakes(string lines) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(Feature(lines), MeterTrial.Sentences)).Mistakes;
}
