using HilBench.Scenarios.Features;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>
/// Lines that Gherkin takes for a description and that say a sentence of the bench, and lines that only speak of the
/// same things.
/// </summary>
public sealed class SwallowedSentenceTests
{
    [Theory]
    [InlineData("the keys bounce for 15 milliseconds")]
    [InlineData("The keys bounce for 15 milliseconds.")]
    [InlineData("- the keys bounce for 15 milliseconds")]
    [InlineData("*the keys bounce for 15 milliseconds")]
    [InlineData("• Given the keys bounce for 15 milliseconds")]
    [InlineData("1. the keys bounce for 15 milliseconds")]
    [InlineData("(a) the keys bounce for 15 milliseconds")]
    [InlineData("Etant donné the keys bounce for 15 milliseconds")]
    [InlineData("Angenommen the keys bounce for 15 milliseconds")]
    [InlineData("前提the keys bounce for 15 milliseconds")]
    [InlineData("Giventhe keys bounce for 15 milliseconds")]
    [InlineData("Given_the keys bounce for 15 milliseconds")]
    [InlineData("Precondition: the keys bounce for 15 milliseconds")]
    [InlineData("Note, as agreed in March with quality assurance: the keys bounce for 15 milliseconds")]
    [InlineData("**Given** the keys bounce for 15 milliseconds")]
    [InlineData("`Given the keys bounce for 15 milliseconds`")]
    [InlineData("Given:the keys bounce for 15 milliseconds # see ticket 4711")]
    [InlineData("Gvien: the keys  bounce\u00A0for 15 milliseconds")]
    public void Whatever_stands_before_it_a_sentence_of_the_bench_is_a_step(string line)
    {
        var mistake = Assert.Single(In("Scenario: s", line));
        Assert.StartsWith("trial.feature:3: ", mistake);
        Assert.Contains("; write \"Given the keys bounce for 15 milliseconds\", or put # before it", mistake);
    }

    [Theory]
    [InlineData("Givne the meter holds ten kWh", "Given the meter holds ten kWh")]
    [InlineData("- the metre holds 1.0 kWh", "Given the metre holds 1.0 kWh")]
    [InlineData("the meter holds 10,5 kWh", "Given the meter holds 10,5 kWh")]
    [InlineData("a metr with:", "Given a metr with:")]
    [InlineData("the customer kys in the token", "When the customer kys in the token")]
    [InlineData("Angenommen the meter hold 1.0 kWh", "Given the meter hold 1.0 kWh")]
    [InlineData("2) Tehn the meter acepts it", "Then the meter acepts it")]
    [InlineData("hen the customre presses \"1\"", "When the customre presses \"1\"")]
    [InlineData("Wen the mains xails", "When the mains xails")]
    [InlineData("Teh meter accepts it", "Then Teh meter accepts it")]
    public void A_sentence_nearly_right_is_a_step_too(string line, string step) => Assert.Contains(
        $"; write \"{step}\", or put # before it", Assert.Single(In("Scenario: s", line)));

    [Theory]
    [InlineData("the mains fails", "When the mains fails")]
    [InlineData("- the meter refuses it as used", "Then the meter refuses it as used")]
    [InlineData("the meter holds 5.0 kWh", "Given the meter holds 5.0 kWh")]
    public void A_sentence_without_keyword_gets_one_under_which_it_may_stand(string line, string step) =>
        Assert.Contains($"; write \"{step}\"", Assert.Single(In("Scenario: s", line)));

    [Fact]
    public void In_another_language_the_keyword_to_write_is_of_that_language() => Assert.Contains(
        "trial.feature:4: \"Given the meter holds 1.0 kWh\" is read as a description, so it would never run; "
        + "write \"Soit the meter holds 1.0 kWh\"",
        Assert.Single(Mistakes("""
            # language: fr
            Fonctionnalité: f
              Scénario: s
                Given the meter holds 1.0 kWh
                Quand the mains fails
            """)));

    [Theory]
    [InlineData("Background:")]
    [InlineData("Scenario Outline: o")]
    public void The_description_of_a_background_is_searched_like_that_of_a_scenario(string title) =>
        Assert.StartsWith("trial.feature:3: \"- the mains fails\"", Assert.Single(In(title, "- the mains fails")));

    [Fact]
    public void A_sentence_with_placeholders_is_known_by_the_values_of_its_rows() => Assert.Contains(
        "trial.feature:3: \"Given: the meter <answer> it\" is read as a description, so it would never run; "
        + "write \"Then the meter <answer> it\"",
        Assert.Single(Mistakes("""
            Feature: f
              Scenario Outline: s
                Given: the meter <answer> it
                When the mains fails
                Examples:
                  | answer  |
                  | accepts |
            """)));

    [Fact]
    public void A_step_in_a_doc_string_that_is_closed_too_late_is_named() => Assert.Equal(
        [
            "trial.feature:6: \"When the mains fails\" stands inside the doc string that begins on line 4, so it would "
            + "never run; write \"\"\" on a line of its own above it",
        ],
        Mistakes("""
            Feature: f
              Scenario: s
                Then the display reads:
                  \"\"\"
                  1.0 kWh
                When the mains fails
                  \"\"\"
            """.Replace("\\\"", "\"")));

    [Theory]
    [InlineData("Given the meter holds 1.0 kWh")]
    [InlineData("Givne the meter holds 1.0 kWh")]
    [InlineData("Given: the meter holds 1.0 kWh")]
    [InlineData("Given\tthe meter holds 1.0 kWh")]
    [InlineData("Angenommen the meter holds 1.0 kWh")]
    [InlineData("This is how it begins:\n  Given the meter holds 1.0 kWh")]
    [InlineData("Given a meter with:\n  | name | value |")]
    [InlineData("When the mains fails")]
    [InlineData("Some prose.\n\n  When the mains fails\n\n  More prose.")]
    public void A_step_that_stands_above_the_first_title_is_named(string lines) => Assert.All(
        Mistakes($"Feature: f\n  {lines}\n\n  Scenario: s\n    When the mains returns\n"),
        mistake => Assert.EndsWith(
            "stands in the description of the feature, so it would never run; "
            + "write \"Background:\" or \"Scenario:\" above it",
            mistake));

    [Theory]
    [InlineData("What was bought must survive.\n  When the mains fails\n  the meter must have stored it.")]
    [InlineData("Nothing may be lost when\n  the mains fails.")]
    [InlineData("The customer expects that the meter refuses it as used")]
    [InlineData("The text \"the meter holds 1.0 kWh\" says what the register has, and no more.")]
    [InlineData("Criteria:\n  - the meter refuses it as used\n  - the meter holds 15.0 kWh\n  * the mains fails")]
    [InlineData("In order to keep my credit\n  As a customer\n  I want to read it\n  When the mains returns")]
    [InlineData("And not to lose my units\n  But be told when I am wrong")]
    public void A_story_that_speaks_of_the_same_things_is_left_alone(string story)
    {
        const string Scenario = "  Scenario: s\n    When the mains fails\n";
        Assert.Single(Trial.Read($"Feature: f\n  {story}\n\n{Scenario}", MeterTrial.Sentences));
        Assert.Single(Trial.Read($"Feature: f\n Rule: r\n  {story}\n\n{Scenario}", MeterTrial.Sentences));
    }

    [Theory]
    [InlineData("The meter must keep its credit while the house is dark.")]
    [InlineData("The display shows nothing then.")]
    [InlineData("The key revision is unchanged")]
    [InlineData("The customer types the token twice, and the meter refuses it as used the second time.")]
    [InlineData("Rate: 20.00 a kWh")]
    [InlineData("# Given the meter holds 1.0 kWh")]
    public void Prose_of_a_scenario_that_speaks_of_the_same_things_is_left_alone(string line) =>
        Assert.Single(Trial.Read(
            $"Feature: f\n  Scenario: s\n    {line}\n    When the mains fails\n", MeterTrial.Sentences));

    [Theory]
    [InlineData("Given the history of the STS, this matters.")]
    [InlineData("When in doubt, ask the utility.")]
    [InlineData("Then again, it may be something else.")]
    [InlineData("Given the history of the STS, this matters.\n    When in doubt, ask the utility.")]
    public void Prose_below_examples_is_left_alone(string line) => Assert.Single(
        Trial.Read(BelowExamples(line), MeterTrial.Sentences));

    [Theory]
    [InlineData("Given the history of the STS, this matters.\n    Then the meter holds 1.0 kWh.", 2)]
    [InlineData("When nobody knows this", 1)]
    [InlineData("Then the meter holds 1.0 kWh.", 1)]
    [InlineData("Then the meter hold 1.0 kWh.", 1)]
    [InlineData("Given somebody, who counts.\n    When it is", 2)]
    public void A_step_below_examples_is_still_named(string lines, int count) => Assert.Equal(
        count,
        Assert.Throws<FeatureMistakesException>(
            () => Trial.Read(BelowExamples(lines), MeterTrial.Sentences)).Mistakes.Count);

    private static string BelowExamples(string lines) =>
        "Feature: f\n  Scenario: s\n    Given the meter holds <a> kWh\n    Examples:\n"
        + $"    {lines}\n      | a |\n      | 1 |\n";

    private static IReadOnlyList<string> In(string title, string line)
    {
        var examples = title.StartsWith("Scenario Outline", StringComparison.Ordinal)
            ? "    Examples:\n      | a |\n      | 1 |\n"
            : title.StartsWith("Background", StringComparison.Ordinal)
                ? "  Scenario: s\n    When the mains fails\n"
                : "";
        return Mistakes($"Feature: f\n  {title}\n    {line}\n\n    When the mains returns\n{examples}");
    }

    private static IReadOnlyList<string> Mistakes(string feature) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(feature, MeterTrial.Sentences)).Mistakes;
}
