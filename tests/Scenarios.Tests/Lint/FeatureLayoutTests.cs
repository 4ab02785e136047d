using CsCheck;
using HilBench.Scenarios.Lint;

namespace HilBench.Scenarios.Tests.Lint;

/// <summary>Spacing is mended, and a feature says the same before and after.</summary>
public sealed class FeatureLayoutTests
{
    private const string Untidy =
        "\n\n@credit   \nFeature: f  \n Why it\n   matters.\n\n\n  and for whom\n   Background: \n\tGiven x\n"
        + "# why this one\nScenario: one\n Given x:\n|a|longer |\n  | \\| || \n    # between\n When y:\n"
        + "   \"\"\"\n  kept  \n\n\n"
        + " \tas it is\n   \"\"\"\n\n\n Then z\n@t1 @t2\n    Scenario Outline: two\nGiven <n>\nExamples:\n|n|\n|1|\n"
        + "| 22 |";

    private const string Tidy =
        "@credit\nFeature: f\n  Why it\n    matters.\n\n\n   and for whom\n\n  Background:\n    Given x\n\n"
        + "# why this one\n  Scenario: one\n    Given x:\n      | a  | longer |\n      | \\| |        |\n"
        + "    # between\n"
        + "    When y:\n   \"\"\"\n  kept  \n\n\n \tas it is\n   \"\"\"\n\n    Then z\n\n  @t1 @t2\n"
        + "  Scenario Outline: two\n    Given <n>\n    Examples:\n      | n  |\n      | 1  |\n      | 22 |\n";

    /// <summary>Lines of which most make a feature, in any order and with any spacing.</summary>
    private static readonly Gen<string> Features = Gen.Select(
        Any(
            "@tag", "@a @b", "Rule: r", "Background:", "Scenario: s", "Scenario Outline: o <a>", "Given x", "When y:",
            "* z", "Then <a>", "Examples:", "| a | b |", "|1|22|", "| \\| | \\\\ |", "|a|", "\"\"\"", "```",
            "\"\"\"json", "# a comment  ", "prose of some kind", "And\tq", "", "  ", "\"\"\" not an end",
            "| é | 漢字 |", "#language: en"),
        Any("", " ", "  ", "\t", "      ", "\u00A0"),
        Any("", " ", "\t", "   "),
        Any("\n", "\n", "\n", "\r\n"),
        (text, before, after, end) => before + text + after + end)
        .Array[0, 14].Select(lines => "Feature: f\n" + string.Concat(lines));

    /// <summary>Whole features, so that most of them are read.</summary>
    private static readonly Gen<string> Whole = Gen.Select(
        Any("", "  Why.\n", "prose\n\n   more  \n"),
        Gen.Select(
            Any("", "@t  \n", "# c\n", "\n\n\n", "  # c \n\n@t\n"),
            Any("Scenario: s\n", "   Scenario: s  \n prose\n", "\tScenario: s\n\n"),
            Any(
                "Given x\n", " Given x:\n|a|b|\n  |1 | 22|\n", "Given x:\n  \"\"\"\n y  \n\n\n  \"\"\"\n",
                "\n\nGiven x\n# c\n\n When y\n", "Given x:\n```\n| a |\n@t\n```\n",
                "Given <a>\nExamples:\n|a|\n|\\||\n"),
            (before, scenario, steps) => before + scenario + steps).Array[1, 4],
        Gen.Bool, Gen.Bool,
        (why, scenarios, windows, cut) =>
        {
            var text = "Feature: f\n" + why + string.Concat(scenarios);
            if (cut) text = text.TrimEnd('\n');
            return windows ? text.Replace("\n", "\r\n") : text;
        });

    private static Gen<string> Any(params string[] texts) => Gen.OneOf([.. texts.Select(Gen.Const)]);

    [Fact]
    public void A_feature_gets_its_indentation_its_empty_lines_and_its_bars() =>
        Assert.Equal(Tidy, FeatureLayout.Of(Untidy));

    [Fact]
    public void A_tidy_feature_stays_as_it_is() => Assert.Equal(Tidy, FeatureLayout.Of(Tidy));

    [Fact]
    public void Lines_end_as_the_first_one_does()
    {
        Assert.Equal(Tidy.Replace("\n", "\r\n"), FeatureLayout.Of(Untidy.Replace("\n", "\r\n")));
        Assert.Equal("Feature: f\r\n\r\n  Scenario: s\r\n    Given x\r\n", FeatureLayout.Of(
            "Feature: f\r\nScenario: s\nGiven x\n"));
    }

    [Fact]
    public void In_a_rule_everything_stands_one_level_further_in() => Assert.Equal(
        "Feature: f\n\n  @r\n  Rule: r\n    Why.\n\n    Scenario: s\n      Given x\n",
        FeatureLayout.Of("Feature: f\n@r\nRule: r\nWhy.\nScenario: s\nGiven x"));

    [Fact]
    public void Keywords_of_any_language_are_known() => Assert.Equal(
        "# language: fr\nFonctionnalité: f\n\n  Scénario: s\n    Soit x\n",
        FeatureLayout.Of("# language: fr\nFonctionnalité: f\nScénario: s\n Soit x\n"));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but this\n")]
    [InlineData("Feature: f\nScenario: s\nGiven x\n| a |\n| a | b |\n")]
    [InlineData("Given x\n")]
    public void What_is_no_feature_is_left_alone(string text) => Assert.Null(FeatureLayout.Of(text));

    [Fact]
    public void A_feature_says_the_same_afterwards_and_is_tidy_then()
    {
        Features.Sample(StaysTheSame, iter: 1_000);
        Whole.Sample(StaysTheSame, iter: 500);
    }

    /// <summary>The guard that compares must not be what leaves them alone.</summary>
    [Fact]
    public void A_whole_feature_is_always_mended() =>
        Whole.Sample(text => FeatureLayout.Of(text) is not null, iter: 500);

    private static bool StaysTheSame(string text)
    {
        if (FeatureLayout.Of(text) is not { } laid) return true;
        return FeatureMeaning.Of(laid) == FeatureMeaning.Of(text) && FeatureLayout.Of(laid) == laid;
    }
}
