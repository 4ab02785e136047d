using CsCheck;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>What scenarios and rows are called where two of the same name would be taken for one.</summary>
public sealed class CaseIdentityTests
{
    [Fact]
    public void The_suite_is_the_feature_with_its_file() =>
        Assert.Equal("Buying (trial)", Names("Feature: Buying\n Scenario: s\n  Given x\n")[0].Suite);

    [Fact]
    public void Features_of_one_name_in_two_files_are_two_suites()
    {
        const string Text = "Feature: Same\n Scenario: s\n  Given x\n";
        Assert.Equal(
            ["Same (a/one)", "Same (b/one)"],
            new[] { "a/one.feature", "b/one.feature" }
                .Select(file => FeatureReader.Parse(new StringReader(Text), file, NoSentences.Instance))
                .Select(cases => cases[0].Identity.Suite));
    }

    [Fact]
    public void The_rule_is_in_the_name() => Assert.Equal(
        ["outside", "One: title", "Two: title"],
        Of("""
            Feature: f
              Scenario: outside
                Given x
              Rule: One
                Scenario: title
                  Given x
              Rule: Two
                Scenario: title
                  Given x
            """));

    [Fact]
    public void A_row_is_in_the_name_with_all_that_the_title_leaves_out() => Assert.Equal(
        ["row 1 (b wrong)", "row 1 (b right)", "row 2 (b right)", "plain (1, wrong)", "whole 1 wrong"],
        Of("""
            Feature: f
              Scenario Outline: row <a>
                Given <b>
                Examples:
                  | a | b     |
                  | 1 | wrong |
                  | 1 | right |
                Examples: more
                  | a | b     |
                  | 2 | right |
              Scenario Outline: plain
                Given <a> <b>
                Examples:
                  | a | b     |
                  | 1 | wrong |
              Scenario Outline: whole <a> <b>
                Given <b>
                Examples:
                  | a | b     |
                  | 1 | wrong |
            """));

    [Fact]
    public void What_is_the_same_to_the_last_letter_is_counted() => Assert.Equal(
        ["same", "same [2]", "same [3]", "row 1", "row 1 [2]"],
        Of("""
            Feature: f
              Scenario: same
                Given x
              Scenario: same
                Given x
              Scenario: same
                Given x
              Scenario Outline: row <a>
                Given x
                Examples:
                  | a |
                  | 1 |
                  | 1 |
            """));

    [Fact]
    public void A_name_that_somebody_wrote_is_given_to_nobody_else() => Assert.Equal(
        ["same", "same [3]", "same [2]", "same [2] [2]"],
        Of("""
            Feature: f
              Scenario: same
                Given x
              Scenario: same
                Given x
              Scenario: same [2]
                Given x
              Scenario: same [2]
                Given x
            """));

    [Fact]
    public void Titles_that_differ_in_control_characters_alone_differ() => Assert.Equal(
        ["t\\u0001", "t\\u0002", "t\\u001B[2J", "t"],
        Of("Feature: f\n" + string.Concat(
            new[] { "t\u0001", "t\u0002", "t\u001b[2J", "t" }.Select(title => $" Scenario: {title}\n  Given x\n"))));

    [Fact]
    public void Another_scenario_elsewhere_changes_no_name()
    {
        const string Text = "Feature: f\n Rule: r\n  Scenario: a\n   Given x\n  Scenario: b\n   Given x\n";
        const string More = "Feature: f\n Scenario: b\n  Given x\n" + " Rule: r\n  Scenario: a\n   Given x\n"
            + "  Scenario: c\n   Given x\n  Scenario: b\n   Given x\n";
        Assert.Subset(Of(More).ToHashSet(), Of(Text).ToHashSet());
    }

    [Fact]
    public void A_scenario_without_a_title_has_a_name() =>
        Assert.Equal(["untitled", "untitled [2]"], Of("Feature:\n Scenario:\n  Given x\n Scenario:\n  Given x\n"));

    [Fact]
    public void Endless_names_are_cut_and_differ_still()
    {
        var title = new string('x', 10_000);
        var names = Of($"Feature: f\n Scenario: {title}1\n  Given x\n Scenario: {title}2\n  Given x\n");
        Assert.All(names, name => Assert.InRange(name.Length, 100, 510));
        Assert.Equal(2, names.Distinct().Count());
    }

    [Fact]
    public void No_two_names_are_alike_whatever_was_written() =>
        Gen.OneOf([.. new[] { "a", "a [2]", "a [2] [2]", "a [3]", "b" }.Select(Gen.Const)]).List[0, 20].Sample(all =>
        {
            var names = UniqueNames.Of(all);
            return names.Count == all.Count && names.Distinct().Count() == names.Count
                && names.Zip(all).All(pair => pair.First.StartsWith(pair.Second, StringComparison.Ordinal));
        });

    private static IReadOnlyList<string> Of(string feature) => [.. Names(feature).Select(name => name.Name)];

    private static CaseIdentity[] Names(string feature) =>
        [.. Trial.Read(feature).Select(scenario => scenario.Identity)];
}
