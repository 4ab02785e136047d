using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>A value that no step takes is a promise that nobody tries.</summary>
public sealed class UnusedColumnTests
{
    [Theory]
    [InlineData("Scenario Outline")]
    [InlineData("Scenario")]
    public void A_column_that_no_step_uses_is_a_mistake(string keyword) => Assert.Equal(
        [
            "trial.feature:5: column \"b\" is not used by any step, so its values would prove nothing; "
            + "write <b> in a step or in the title",
            "trial.feature:5: column 3 has no name, so its values would prove nothing",
        ],
        Mistakes($"Feature: f\n {keyword}: s\n  Given <a>\n  Examples:\n  | a | b |  |\n  | 1 | 2 | 3 |\n"));

    [Fact]
    public void A_plain_scenario_with_examples_runs_the_same_for_each_row() => Assert.Equal(
        [
            "trial.feature:5: column \"a\" is not used by any step, so its values would prove nothing; "
            + "write <a> in a step or in the title",
        ],
        Mistakes("Feature: f\n Scenario: s\n  Given a\n  Examples:\n  | a |\n  | 1 |\n"));

    [Theory]
    [InlineData("Given x", "<a>")]
    [InlineData("Given <a>", "s")]
    [InlineData("Given x:\n  | <a> |", "s")]
    [InlineData("Given x:\n  \"\"\"\n  <a>\n  \"\"\"", "s")]
    [InlineData("Given x:\n  \"\"\"<a>\n  y\n  \"\"\"", "s")]
    public void A_column_in_a_step_its_table_its_text_or_in_the_title_is_used(string step, string title) =>
        Assert.Single(Trial.Read($"Feature: f\n Scenario: {title}\n  {step}\n  Examples:\n  | a |\n  | 1 |\n"));

    [Theory]
    [InlineData("remark")]
    [InlineData("Comment")]
    [InlineData("# ticket")]
    public void A_column_of_remarks_is_left_alone(string name) => Assert.Single(Trial.Read(
        $"Feature: f\n Scenario: s\n  Given <a>\n  Examples:\n  | a | {name} |\n  | 1 | why |\n"));

    [Fact]
    public void One_bar_too_many_at_the_end_of_each_line_is_no_column() => Assert.Single(Trial.Read(
        "Feature: f\n Scenario: s\n  Given <a>\n  Examples:\n  | a | |\n  | 1 | |\n"));

    private static IReadOnlyList<string> Mistakes(string feature) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(feature)).Mistakes;
}
