using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>Rows that are all the same prove one thing as often as there are rows.</summary>
public sealed class UnusedColumnTests
{
    [Theory]
    [InlineData("Scenario Outline")]
    [InlineData("Scenario")]
    public void Examples_of_which_no_column_is_used_run_the_same_for_each_row(string keyword) => Assert.Equal(
        [
            "trial.feature:5: none of the columns (a, b) is used, so every row would prove the same; "
            + "write the name of a column between < and > in a step or in the title",
        ],
        Mistakes($"Feature: f\n {keyword}: s\n  Given x\n  Examples:\n  | a | b |\n  | 1 | 2 |\n"));

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
    [InlineData("# ticket")]
    [InlineData("b")]
    public void A_column_beside_one_that_is_used_may_be_a_remark(string name) => Assert.Single(Trial.Read(
        $"Feature: f\n Scenario: s\n  Given <a>\n  Examples:\n  | a | {name} |\n  | 1 | why |\n"));

    [Fact]
    public void One_bar_too_many_at_the_end_of_each_line_is_no_column() => Assert.Single(Trial.Read(
        "Feature: f\n Scenario: s\n  Given <a>\n  Examples:\n  | a | |\n  | 1 | |\n"));

    private static IReadOnlyList<string> Mistakes(string feature) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(feature)).Mistakes;
}
