using HilBench.Scenarios.Features;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>What Gherkin drops without a word: behind the marks of a doc string, behind the last | of a row.</summary>
public sealed class DroppedTextTests
{
    private const string Open =
        "only the name of a format, such as json, may stand behind an opening {0}: \"{1}\"; write it on the next line";

    private const string Close =
        "nothing may stand behind a closing {0}: \"{1}\"; write it on a line of its own";

    [Theory]
    [InlineData("\"\"\"99.0 kWh\n1.0 kWh\n\"\"\"", 4, Open, "99.0 kWh")]
    [InlineData("\"\"\" Then the meter holds 99.0 kWh\n1.0 kWh\n\"\"\"", 4, Open, "Then the meter holds 99.0 kWh")]
    [InlineData("\"\"\"\"\n1.0 kWh\n\"\"\"", 4, Open, "\"")]
    [InlineData("\"\"\"\n1.0 kWh\n\"\"\" Then the meter holds 99.0 kWh", 6, Close, "Then the meter holds 99.0 kWh")]
    [InlineData("\"\"\"\n1.0 kWh\n\"\"\"99.0 kWh", 6, Close, "99.0 kWh")]
    [InlineData("\"\"\"\n\n\"\"\"\"", 6, Close, "\"")]
    [InlineData("```\n1.0 kWh\n``` Then nothing", 6, Close, "Then nothing")]
    public void Text_beside_the_marks_of_a_doc_string_is_named(
        string doc, int line, string what, string behind)
    {
        what = what.Replace("{0}", doc[..3]).Replace("{1}", behind);
        Assert.Equal([$"trial.feature:{line}: {what}"], Mistakes($"{Step}\n{doc}\n"));
    }

    [Theory]
    [InlineData("\"\"\"json\n1.0 kWh\n\"\"\"")]
    [InlineData("\"\"\" application/json \n1.0 kWh\n  \"\"\"  ")]
    [InlineData("```\n\"\"\"99.0\n``` # so it is")]
    [InlineData("\"\"\"\n| a | b\n\"\"\"")]
    public void A_format_a_remark_and_the_text_itself_are_left_alone(string doc) =>
        Assert.Single(Trial.Read($"{Step}\n{doc}\n", MeterTrial.Sentences));

    [Theory]
    [InlineData("| name | value | 99", 4, "99")]
    [InlineData("| name | value |\n| a | b | c", 5, "c")]
    [InlineData("| name | value |\n| a \\| | b |Then the meter holds 99.0 kWh", 5, "Then the meter holds 99.0 kWh")]
    public void Text_behind_the_last_bar_of_a_row_is_named(string table, int line, string text) => Assert.Equal(
        [$"trial.feature:{line}: nothing may stand behind the last |: \"{text}\"; write | behind it or remove it"],
        Mistakes($"Feature: f\nScenario: s\nGiven a meter with:\n{table}\n"));

    [Fact]
    public void Text_behind_an_example_row_is_named_and_a_remark_is_none() => Assert.Equal(
        ["trial.feature:6: nothing may stand behind the last |: \"3.0\"; write | behind it or remove it"],
        Mistakes("""
            Feature: f
              Scenario Outline: s
                Given the meter holds <a> kWh
                Examples:
                  | a   |  # in kWh
                  | 1.0 | 3.0
                  | 2.0 | # see the ticket
            """));

    private const string Step = "Feature: f\nScenario: s\nThen the display reads:";

    private static IReadOnlyList<string> Mistakes(string feature) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(feature, MeterTrial.Sentences)).Mistakes;
}
