using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>What Gherkin would take for a description, and an author meant as a promise.</summary>
public sealed class SwallowedLinesTests
{
    [Theory]
    [InlineData("Scenaro: the second", "Scenario")]
    [InlineData("scenario: the second", "Scenario")]
    [InlineData("Scenario outline: the second", "Scenario Outline")]
    [InlineData("Backgroud:", "Background")]
    [InlineData("Exmaples:", "Examples")]
    [InlineData("Rulle: no second", "Rule")]
    public void A_keyword_nearly_right_is_named(string line, string meant) => Assert.Equal(
        [$"trial.feature:3: \"{line}\" is read as a description; did you mean \"{meant}:\"?"],
        Mistakes($"Feature: f\n  As people read it.\n  {line}\n\n  Scenario: s\n    Given a step\n"));

    [Theory]
    [InlineData("given a step", "Given a step")]
    [InlineData("THEN a step", "Then a step")]
    [InlineData("when a step", "When a step")]
    [InlineData("Givne a step", "Given a step")]
    [InlineData("Whenn a step", "When a step")]
    [InlineData("Hten a step", "Then a step")]
    [InlineData("Given: a step", "Given a step")]
    [InlineData("When. a step", "When a step")]
    [InlineData("Then\uFF1A a step", "Then a step")]
    [InlineData("And: a step", "And a step")]
    public void A_step_that_begins_with_the_wrong_letters_is_named_with_what_to_write(string line, string step)
    {
        var mistake = Assert.Single(Mistakes($"Feature: f\n  Scenario: s\n    {line}\n\n    Given a step\n"));
        Assert.StartsWith($"trial.feature:3: \"{line}\" is read as a description", mistake);
        Assert.Contains($"so it would never run; write \"{step}\", or put # before it", mistake);
    }

    [Theory]
    [InlineData("Given\ta step", "column 10 has a tab (U+0009)")]
    [InlineData("Given\u00A0a step", "column 10 has a no-break space (U+00A0)")]
    [InlineData("\u200BGiven a step", "column 5 has an invisible space (U+200B)")]
    [InlineData("\uFEFFGiven a step", "column 5 has an invisible byte order mark (U+FEFF)")]
    [InlineData("Given\u3000a step", "column 10 has a wide space (U+3000)")]
    public void What_cannot_be_seen_beside_a_keyword_is_named_with_its_column(string line, string reason) =>
        Assert.Contains(
            $" is read as a description: {reason}, so it would never run; write \"Given a step\"",
            Assert.Single(Mistakes($"Feature: f\n  Scenario: s\n    {line}\n    Given a step\n")));

    [Fact]
    public void A_keyword_alone_on_its_line_is_no_step() => Assert.Equal(
        [
            "trial.feature:3: \"Given\" is read as a description; write a keyword and its sentence on one line: "
            + "Given, When, Then, And, But begin a step",
        ],
        Mistakes("Feature: f\n  Scenario: s\n    Given\n    a lamp\n    When a step\n"));

    [Fact]
    public void All_lines_of_a_scenario_in_small_letters_are_named() => Assert.Equal(
        [3, 4, 5],
        Mistakes("Feature: f\n  Scenario: s\n    given a\n    and b\n    then c\n").Take(3).Select(LineOf));

    /// <summary>Gherkin wants a table below Examples and takes anything else for prose.</summary>
    [Fact]
    public void A_step_below_examples_is_named_though_it_is_well_written() => Assert.Equal(
        [
            "trial.feature:5: \"When b\" stands in the description of the examples, so it would never run; "
            + "write it above the examples",
        ],
        Mistakes("""
            Feature: f
              Scenario Outline: s
                Given a <x>
                Examples: some
                  When b
                  | x |
                  | 1 |
            """));

    [Theory]
    [InlineData("Scenari: the first")]
    [InlineData("Scenario : the first")]
    [InlineData("Scenario 1: the first")]
    [InlineData("Scenario-Outline: the first")]
    [InlineData("Scenario\uFF1Athe first")]
    [InlineData("## Scenario; the first")]
    [InlineData("scenario: the first")]
    [InlineData("Scenario the first")]
    [InlineData("Senarioo: the first")]
    [InlineData("Background")]
    [InlineData("Backgroud:")]
    [InlineData("**Background:**")]
    public void A_title_nearly_right_is_named_when_steps_stand_below_it(string title)
    {
        // A line that begins with # is a comment, so the steps below it stand alone.
        var mistake = Mistakes($"Feature: f\n  {title}\n    Given a\n    And b\n  Scenario: s\n    Given a step\n");
        Assert.Equal(title.StartsWith('#') ? [3, 4] : [2], mistake.Select(LineOf));
    }

    [Fact]
    public void A_title_nearly_right_is_named_when_a_table_stands_below_it() => Assert.Equal(
        [2], Mistakes("Feature: f\n  Exampels:\n  | a |\n  | 1 |\n  Scenario: s\n    Given a\n").Select(LineOf));

    [Fact]
    public void The_keywords_are_those_of_the_features_language() => Assert.Equal(
        ["trial.feature:3: \"Szenaro: s\" is read as a description; did you mean \"Szenario:\"?"],
        Mistakes("# language: de\nFunktionalität: f\n  Szenaro: s\n  Szenario: s\n    Angenommen a step\n"));

    [Theory]
    [InlineData("Given the choice, customers wait.")]
    [InlineData("and then some: more prose")]
    [InlineData("When the mains fails the meter keeps its credit;\n  the meter must say so")]
    [InlineData("See also: the other page")]
    [InlineData("Note: only for meters with a keypad")]
    [InlineData("Rate: prepaid customer")]
    [InlineData("Rate: 20.00 a kWh")]
    [InlineData("Role: customer")]
    [InlineData("Rules:\n  - a token counts once")]
    [InlineData("Features: many\n  Feature list: long")]
    [InlineData("As a customer\n  I want to type the codes\n  And not to lose my units\n  But be told when I am wrong")]
    [InlineData("Background\n\n  This was asked for in 2024.")]
    [InlineData("Scenario names say what is different.\n  When in doubt, ask.")]
    [InlineData("An example:\n\n  ```gherkin\n  Given a step\n  When a step\n  ```")]
    [InlineData("Prose in which a line begins with\n  But is allowed\n  And even\n  Given is")]
    public void Prose_is_left_alone(string prose) => Assert.Single(Trial.Read(
        $"Feature: f\n  {prose}\n\n  Scenario: s\n    Lines of prose,\n    and so is this.\n    Given a step\n"));

    [Theory]
    [InlineData("The customer is away.")]
    [InlineData("They wait, the meter does not.")]
    [InlineData("Any meter may do this")]
    [InlineData("Ten seconds are enough for anybody.")]
    [InlineData("Give it a moment: it is slow")]
    [InlineData("See ticket 4711,\n    when the hour is over.")]
    [InlineData("A long title goes on\n    and on, but\n    then it ends.")]
    [InlineData("Then, at last, the end.")]
    [InlineData("Given-name and surname are not asked for")]
    [InlineData("- one\n    - two")]
    [InlineData("| a | table |\n    | of | prose |")]
    public void Prose_of_a_scenario_is_left_alone(string prose) => Assert.Single(
        Trial.Read($"Feature: f\n  Scenario: s\n    {prose}\n\n    Given a step\n")[0].Steps);

    private static IReadOnlyList<string> Mistakes(string feature) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(feature)).Mistakes;

    private static int LineOf(string mistake) => int.Parse(mistake.Split(':')[1]);
}
