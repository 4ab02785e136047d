using HilBench.Scenarios.Features;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>What is wrong with an outline is told with the row and the column that it comes from.</summary>
public sealed class OutlineMistakeTests
{
    [Fact]
    public void A_value_that_does_not_fit_is_told_with_its_row() => Assert.Equal(
        [
            "trial.feature:3: no sentence \"Given a ten kWh credit token\"; \"ten\" is not a number: "
            + "write it in digits, such as 10.5 (example row on line 8: a = ten)",
            "trial.feature:3: 0.25 kWh is finer than 0.1 kWh, which no meter counts "
            + "(example row on line 10: a = 0.25)",
        ],
        Mistakes("""
            Feature: x
              Scenario Outline: y
                Given a <a> kWh credit token
                When the customer keys in the token
                Examples:
                  | a    |
                  | 1    |
                  | ten  |
                  | 3    |
                  | 0.25 |
            """));

    [Fact]
    public void A_value_in_a_table_is_told_with_its_row_too() => Assert.Equal(
        [
            "trial.feature:3: key revision: a key revision must be a whole number from 1 to 9, not \"x\" "
            + "(example row on line 9: revision = x)",
        ],
        Mistakes("""
            Feature: x
              Scenario Outline: <revision>
                Given a meter with:
                  | name         | value      |
                  | key revision | <revision> |
                When the mains fails
                Examples:
                  | revision |
                  | x        |
            """));

    [Fact]
    public void What_no_row_could_mend_is_told_once() => Assert.Equal(
        [
            "trial.feature:3: no sentence \"Given a <a> kWh crdit token\"; "
            + "did you mean \"a {decimal} kWh credit token\"? (hilbench steps lists all there are)",
        ],
        Mistakes("""
            Feature: x
              Scenario Outline: y
                Given a <a> kWh crdit token
                Examples:
                  | a |
                  | 1 |
                  | 2 |
                  | 3 |
            """));

    [Theory]
    [InlineData("<galss>", "Given the meter holds 1.0 kWh", 2)]
    [InlineData("y", "Given the meter holds <galss> kWh", 3)]
    [InlineData("y", "Then the display shows \"<galss>\"", 3)]
    [InlineData("y", "Then the display reads:\n  \"\"\"\n  one\n  <galss>\n  \"\"\"", 6)]
    [InlineData("y", "Given a meter with:\n  | name | value |\n  | profile | <galss> |", 5)]
    public void A_placeholder_without_column_is_named_wherever_it_stands(string title, string step, int line) =>
        Assert.Equal(
            [$"trial.feature:{line}: <galss> is not a column of the examples; did you mean <glass>?"],
            Mistakes($"Feature: x\n  Scenario Outline: {title}\n{step}\nExamples:\n| glass | b |\n| 1 | 2 |\n"));

    [Fact]
    public void A_placeholder_like_no_column_names_the_columns_there_are() => Assert.Equal(
        ["trial.feature:3: <a> is not a column of the examples; they have <b>, <c d>"],
        Mistakes("""
            Feature: x
              Scenario Outline: y
                Given a <a> kWh credit token
                When the mains fails
                Examples:
                  | b | c d |
                  | 1 | 2   |
            """));

    [Fact]
    public void An_outline_without_examples_would_take_its_placeholders_word_for_word() => Assert.Equal(
        [
            "trial.feature:3: <a> is not a column of the examples; "
            + "an outline needs Examples with a column for each placeholder",
        ],
        Mistakes("""
            Feature: x
              Scenario Outline: y
                Given a <a> kWh credit token
                When the mains fails
            """));

    [Theory]
    [InlineData("Given the menu says \"<b>5 < 6</b>\"")]
    [InlineData("Given the menu says \"<br>\"")]
    [InlineData("Given <nobody> comes")]
    [InlineData("Given 1 <2 and 3> 2")]
    [InlineData("Given text:\n  \"\"\"\n  <html>\n  <meal>\n  </meal>\n  Usage: eat <what>\n  \"\"\"")]
    public void Markup_comparisons_and_the_words_of_others_are_left_alone(string step) => Assert.Single(Trial.Read(
        $"Feature: x\n  Scenario Outline: <glass>\n    {step}\n    Examples:\n      | glass |\n      | 1 |\n"));

    [Theory]
    [InlineData("Given a <b> if 3 < 4")]
    [InlineData("Given <galss>")]
    public void A_plain_scenario_may_hold_any_brackets(string step) =>
        Assert.Single(Trial.Read($"Feature: x\n  Scenario: <y>\n    {step}\n"));

    [Fact]
    public void A_column_named_twice_is_a_mistake() => Assert.Equal(
        ["trial.feature:5: column \"a\" is named twice; each needs a name of its own"],
        Mistakes("""
            Feature: x
              Scenario Outline: <b>
                Given the meter holds <a> kWh
                Examples:
                  | a | b | a |
                  | 1 | 2 | 3 |
            """));

    [Fact]
    public void A_cell_that_makes_no_sentence_is_told_with_its_row_and_value() => Assert.Equal(
        [
            "trial.feature:3: no sentence \"Given the meter holds  kWh\"; the cell is empty "
            + "(example row on line 6: b = )",
            "trial.feature:3: no sentence \"Given the meter holds 1.0 kWh x kWh\"; \"1.0 kWh x\" is not a number: "
            + "write it in digits, such as 10.5 (example row on line 7: b = 1.0 kWh x)",
        ],
        Mistakes("""
            Feature: x
              Scenario Outline: y
                Given the meter holds <b> kWh
                Examples:
                  | b         |
                  |           |
                  | 1.0 kWh x |
            """));

    [Fact]
    public void A_step_that_is_all_value_is_told_with_its_row() => Assert.Equal(
        [
            "trial.feature:3: no sentence \"When the mains flickers\"; did you mean "
            + "\"the mains flickers {int} times within {int} second(s)\"? "
            + "(hilbench steps lists all there are) (example row on line 6: what = the mains flickers)",
        ],
        Mistakes("""
            Feature: x
              Scenario Outline: y
                When <what>
                Examples:
                  | what               |
                  | the mains flickers |
                  | the mains fails    |
            """));

    [Fact]
    public void An_outline_of_known_sentences_only_needs_examples_too() => Assert.Equal(
        [
            "trial.feature:3: <a> is not a column of the examples; "
            + "an outline needs Examples with a column for each placeholder",
        ],
        Mistakes("Feature: x\n Scenario Outline: y\n  Given the meter holds <a> kWh\n"));

    [Fact]
    public void A_placeholder_in_a_plain_scenario_is_told_as_one() => Assert.Equal(
        [
            "trial.feature:3: no sentence \"Given the meter holds <a> kWh\"; \"<a>\" is a placeholder: "
            + "it needs Examples with a column \"a\" below the scenario",
        ],
        Mistakes("Feature: x\n Scenario: y\n  Given the meter holds <a> kWh\n"));

    [Fact]
    public void Example_in_place_of_examples_is_told() => Assert.Contains(
        "trial.feature:4: rows stand below \"Example:\", which begins a scenario; did you mean \"Examples:\"?",
        Mistakes("Feature: x\n Scenario Outline: y\n  Given the meter holds <a> kWh\n Example:\n"
            + "  | a |\n  | 1 |\n"));

    private static IReadOnlyList<string> Mistakes(string feature) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Bind(feature, MeterTrial.Sentences)).Mistakes;
}
