using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>What Gherkin would take for a description, and an author meant as a promise.</summary>
public sealed class SwallowedLinesTests
{
    [Theory]
    [InlineData("Scenaro: the second", "Scenario")]
    [InlineData("scenario: the second", "Scenario")]
    [InlineData("Scenario outline: the second", "Scenario Outline")]
    [InlineData("Background", "Background")]
    [InlineData("Backgroud:", "Background")]
    [InlineData("Exmaples:", "Examples")]
    [InlineData("Rulle: no second", "Rule")]
    public void A_keyword_nearly_right_is_named(string line, string meant) => Assert.Equal(
        [$"trial.feature:3: \"{line}\" is taken for a description; did you mean \"{meant}:\"?"],
        Mistakes($"Feature: f\n  As people read it.\n  {line}\n\n  Scenario: s\n    Given a step\n"));

    [Theory]
    [InlineData("given a step")]
    [InlineData("THEN a step")]
    [InlineData("when a step")]
    public void A_step_that_begins_with_the_wrong_letters_is_named(string line)
    {
        var mistake = Assert.Single(Mistakes($"Feature: f\n  Scenario: s\n    {line}\n\n    Given a step\n"));
        Assert.StartsWith($"trial.feature:3: \"{line}\" is taken for a description, not for a step: ", mistake);
        Assert.Contains("steps begin with Given, When, Then, And, But", mistake);
    }

    [Fact]
    public void All_lines_of_a_scenario_in_small_letters_are_named() => Assert.Equal(
        [3, 4, 5],
        Mistakes("Feature: f\n  Scenario: s\n    given a\n    and b\n    then c\n").Take(3).Select(LineOf));

    [Fact]
    public void Steps_below_a_background_without_its_colon_are_named_with_it() => Assert.Equal(
        [2, 3, 4],
        Mistakes("Feature: f\n  Background\n    Given a\n    And b\n  Scenario: s\n    Given a step\n").Select(LineOf));

    [Fact]
    public void The_keywords_are_those_of_the_features_language() => Assert.Equal(
        ["trial.feature:3: \"Szenaro: s\" is taken for a description; did you mean \"Szenario:\"?"],
        Mistakes("# language: de\nFunktionalität: f\n  Szenaro: s\n  Szenario: s\n    Angenommen a step\n"));

    [Theory]
    [InlineData("Given the choice, customers wait.")]
    [InlineData("and then some: more prose")]
    [InlineData("When the mains fails the meter keeps its credit;\n  the meter must say so")]
    [InlineData("See also: the other page")]
    [InlineData("Note: only for meters with a keypad")]
    public void Prose_is_left_alone(string prose) => Assert.Single(Trial.Read(
        $"Feature: f\n  {prose}\n\n  Scenario: s\n    Lines of prose,\n    and so is this.\n    Given a step\n"));

    private static IReadOnlyList<string> Mistakes(string feature) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(feature)).Mistakes;

    private static int LineOf(string mistake) => int.Parse(mistake.Split(':')[1]);
}
