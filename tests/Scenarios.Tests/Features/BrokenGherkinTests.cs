using HilBench.Scenarios.Features;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>What the parser refuses, told without the parser's own words.</summary>
public sealed class BrokenGherkinTests
{
    private const string Begin = "Feature: f\n  Scenario: s\n    Given the meter holds 1.0 kWh\n";

    [Theory]
    [InlineData("Whne the mains fails", "\"Whne the mains fails\" is no step; did you mean \"When the mains fails\"?")]
    [InlineData("When: the mains fails",
        "\"When: the mains fails\" is no step; did you mean \"When the mains fails\"?")]
    [InlineData("the mains fails", "\"the mains fails\" is no step; did you mean \"When the mains fails\"?")]
    [InlineData("Quand the mains fails",
        "\"Quand the mains fails\" is no step; did you mean \"When the mains fails\"?")]
    [InlineData("Givn a lamp", "\"Givn a lamp\" is no step; did you mean \"Given a lamp\"?")]
    [InlineData("Nonsense",
        "\"Nonsense\" is neither a step nor a title: a step begins with Given, When, Then, And, But; "
        + "put # before a remark")]
    [InlineData("Scenari: t", "\"Scenari: t\" is no title; did you mean \"Scenario:\"?")]
    [InlineData("Exampels:\n | a |\n | 1 |", "\"Exampels:\" is no title; did you mean \"Examples:\"?")]
    [InlineData("Background:\n  Given x",
        "\"Background:\" cannot stand here: a background stands above the first scenario "
        + "of its feature or rule, and only one")]
    [InlineData("Feature: g", "\"Feature: g\" cannot stand here: a file has one feature")]
    [InlineData("Examples:\n | a |\n | 1 |\n When the mains fails\n Then the key revision is 1",
        "\"When the mains fails\" cannot stand here: steps stand below a scenario or background and above its "
        + "examples", 7)]
    [InlineData("\"\"\"\n x\n\"\"\"\n\"\"\"\n y\n\"\"\"",
        "a doc string stands below a step only, and a step has one", 7)]
    [InlineData("@a b\n Scenario: t\n  Given x", "\"@a b\": a tag is one word that begins with @, and nothing but tags "
        + "may stand on its line")]
    [InlineData("@a", "the file ends too early; a feature, scenario or examples must follow these tags", 4)]
    [InlineData("| a |\n| b | c |", "this row has more or fewer cells than the first row of its table", 5)]
    public void A_line_that_cannot_stand_where_it_does_is_told_with_what_to_write(
        string lines, string expected, int line = 4) =>
        Assert.Equal([$"trial.feature:{line}: {expected}"], Mistakes($"{Begin}{lines}\n"));

    [Theory]
    [InlineData("# language: fr\nFeature: x\n  Scenario: y\n    Given a\n", 2, "\"Feature: x\": the file says "
        + "\"# language: fr\", in which a feature begins with \"Fonctionnalité:\"; for this word "
        + "write \"# language: en\"")]
    [InlineData("Fonctionnalité: x\n  Scénario: y\n", 1,
        "\"Fonctionnalité: x\" is of another language; write \"# language: fr\" as the first line")]
    [InlineData("# language: hu-HU\nJellemző: x\n", 1,
        "Gherkin has no language \"hu-HU\"; did you mean \"# language: hu\"?")]
    [InlineData("# language: xx-none\nFeature: x\n", 1,
        "Gherkin has no language \"xx-none\"; write one such as en, de, es, fr or pt")]
    [InlineData("Featrue: x\n  Scenario: y\n", 1,
        "\"Featrue: x\" is no title; did you mean \"Feature:\"? A file begins with \"Feature:\"")]
    [InlineData("Given x\nWhen y\n", 1, "\"Given x\": a file begins with \"Feature:\" and the name of the feature")]
    [InlineData("@a\n", 1, "the file has no feature")]
    public void A_file_that_does_not_begin_as_it_should_has_one_mistake(string text, int line, string expected) =>
        Assert.Equal([$"trial.feature:{line}: {expected}"], Mistakes(text));

    [Fact]
    public void A_doc_string_that_is_never_closed_is_told_where_it_opens() => Assert.Equal(
        ["trial.feature:4: this doc string is never closed; write \"\"\" on a line of its own below its text"],
        Mistakes($"{Begin}\"\"\"\n  1.0 kWh\nWhen the mains fails\n"));

    [Fact]
    public void Of_two_doc_strings_the_one_that_swallows_a_step_was_left_open() => Assert.Equal(
        [
            "trial.feature:4: this doc string is not closed before line 6; "
            + "write \"\"\" on a line of its own below its text",
        ],
        Mistakes($"{Begin}\"\"\"\n  1.0 kWh\nThen the display reads:\n\"\"\"\n  2.0 kWh\n\"\"\"\n"));

    [Theory]
    [InlineData("Feature: f\n Scenario: s\n  Nonsense\n  Given x\n  \"\"\"")]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# language: de")]
    [InlineData("Feature: f\n @a\n")]
    [InlineData("Feature: f\n Scenario: s\n  Given x\n  ```\n  \"\"\"\n")]
    [InlineData("|||\n|")]
    public void No_message_has_a_word_of_the_parsers_own(string text)
    {
        try
        {
            Trial.Read(text, MeterTrial.Sentences);
        }
        catch (FeatureMistakesException wrong)
        {
            Assert.All(wrong.Mistakes, mistake => Assert.DoesNotMatch("#[A-Z]|EOF|expected:|token", mistake));
        }
    }

    private static IReadOnlyList<string> Mistakes(string feature) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(feature, MeterTrial.Sentences)).Mistakes;
}
