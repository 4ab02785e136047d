using HilBench.Scenarios.Lint;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Lint;

/// <summary>What is told of a feature that looks like a slip, and what is not.</summary>
public sealed class FeatureLintTests : IDisposable
{
    private const string Unused =
        "5: a token is made here and never used; write a When that uses it, or leave the step out [unused-token]";

    private const string Codes = "the two key change codes to key revision 2 on base date 2014";
    private const string Nothing = "    When the customer presses Enter\n    Then the meter refuses it\n";
    private const string Used = "    When the customer keys in the token\n    Then the meter accepts it\n";

    private static readonly StepEngine Engine = StepEngine.Of(typeof(Bench).Assembly);

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-lint-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_features_that_come_with_the_bench_are_clean()
    {
        var result = new FeatureLint(Engine).Of([Path.Combine(AppContext.BaseDirectory, "features")]);
        Assert.Empty(result.Unreadable);
        Assert.Empty(result.Findings.Select(finding => finding.ToString()));
        Assert.True(result.Scenarios > 500);
    }

    [Fact]
    public void What_a_run_refuses_is_told_with_its_rule_and_the_rest_is_still_looked_at()
    {
        Assert.Equal(
            [
                Unused,
                "6: no sentence \"When the customer press Enter\"; did you mean \"the customer presses Enter\"? "
                + "(hilbench steps lists all there are) [sentence]",
            ],
            Told(Feature("    Given a 5.0 kWh credit token\n    When the customer press Enter\n"
                + "    Then the meter refuses it\n")));
        Assert.Equal(
            ["3: scenario \"none\" has no steps, so it would prove nothing [feature]"],
            Told("Feature: f\n\n  Scenario: none\n"));
        Assert.Equal(["1: the file has no scenario, so it would prove nothing [feature]"], Told("Feature: f\n"));
    }

    [Theory]
    [InlineData("a 5.0 kWh credit token", "the customer keys in the token", 0)]
    [InlineData("a 5.0 kWh credit token \"A\"", "the customer keys in the token", 0)]
    [InlineData("a 5.0 kWh credit token \"A\"", "the customer keys in token \"A\"", 0)]
    [InlineData("a 5.0 kWh credit token", "the customer presses Enter", 1)]
    [InlineData(Codes, "the customer keys in code 1", 0)]
    [InlineData(Codes, "the customer types all codes in one go", 0)]
    [InlineData(Codes, "the customer presses Enter", 1)]
    [InlineData("a clear tamper token", "the customer presses Enter", 1)]
    [InlineData("the token for test 4", "the customer presses Enter", 1)]
    [InlineData("the token for test 4", "the customer keys in the token", 0)]
    [InlineData("the meter holds 5.0 kWh", "the customer presses Enter", 0)]
    public void A_token_that_nobody_takes_up_is_told(string given, string when, int findings) => Assert.Equal(
        findings,
        Told(Feature($"    Given {given}\n    When {when}\n    Then the meter refuses it\n"))
            .Count(line => line.EndsWith("[unused-token]", StringComparison.Ordinal)));

    [Fact]
    public void Of_two_tokens_the_one_that_is_covered_by_the_newer_is_told() => Assert.Equal(
        [Unused],
        Told(Feature("    Given a 5.0 kWh credit token\n    And a 6.0 kWh credit token\n" + Used)));

    [Fact]
    public void A_token_of_the_background_is_used_when_any_scenario_uses_it() => Assert.Empty(Told(
        "Feature: f\n\n  Background:\n    Given a 5.0 kWh credit token\n\n  Scenario: a\n" + Used
        + "\n  Scenario: b\n    When the customer presses Enter\n    Then the meter refuses it\n"));

    [Fact]
    public void A_scenario_that_looks_at_nothing_is_told() => Assert.Equal(
        ["4: scenario \"one\" has no Then: any meter passes it; say what must be seen [no-then]"],
        Told(Feature("    When the customer presses Enter\n")));

    [Theory]
    [InlineData("    Given the meter holds 5.0 kWh\n    Then the meter holds 5.0 kWh\n", 0)]
    [InlineData("    Then the key revision is 1\n" + Nothing, 1)]
    [InlineData("    When the customer presses Enter\n    Then the key revision is 1\n", 0)]
    public void A_Then_before_the_first_When_is_told_and_a_promise_of_the_state_alone_is_not(string steps, int findings)
    {
        Assert.Equal(findings, Told(Feature(steps)).Count(line => line.EndsWith(
            "[then-before-when]", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_of_one_title_are_told_within_a_rule_and_between_features()
    {
        const string one = $"  Scenario: Same\n{Nothing}";
        var inRule = "  " + one.Replace("\n  ", "\n    ");
        Assert.Equal(
            ["7: scenario \"same\" has the title of the one on line 3; say what is different [same-title]"],
            Told($"Feature: f\n\n{one}\n{one.Replace("Same", "same")}"));
        Assert.Empty(Told($"Feature: f\n\n  Rule: a\n\n{inRule}\n  Rule: b\n\n{inRule}"));
        var first = Write("a.feature", $"Feature: f\n\n{one}");
        var second = Write("b.feature", $"Feature: F\n\n{one}");
        var finding = Assert.Single(new FeatureLint(Engine).Of([first, second]).Findings);
        Assert.Equal($"feature \"F\" has the title of {first}; say what is different", finding.What);
    }

    [Fact]
    public void A_column_that_stands_nowhere_is_told_beside_one_that_does() => Assert.Equal(
        ["9: column \"why\" stands in no step; write <why> where it is meant, or leave it out [unused-column]"],
        Told(Feature(
            "    When <n> seconds pass\n    Then the key revision is 1\n\n"
            + "    Examples:\n      | n | why |\n      | 5 | x   |\n").Replace("Scenario:", "Scenario Outline:")));

    [Theory]
    [InlineData("@profile", "@profiles")]
    [InlineData("@Power", "@power")]
    [InlineData("@creidt", "@credit")]
    [InlineData("@slow", null)]
    [InlineData("@pi", null)]
    [InlineData("@pj", null)]
    public void A_tag_a_letter_away_from_a_known_one_is_told(string tag, string? meant) => Assert.Equal(
        meant is null ? [] : [$"1: tag {tag} stands in this file alone; did you mean {meant}? [near-tag]"],
        Told($"{tag}\n{Feature(Nothing)}"));

    [Fact]
    public void A_comment_with_a_reason_allows_a_rule_for_its_file()
    {
        const string slip = "    When the customer presses Enter\n";
        Assert.Empty(Told("# lint: allow no-then: the operator looks\n" + Feature(slip)));
        Assert.Empty(Told("# lint: allow no-then, near-tag\n@profile\n" + Feature(slip)));
    }

    [Theory]
    [InlineData("# lint: allow no-them", "no rule \"no-them\"; did you mean \"no-then\"? allowed: unused-token, ")]
    [InlineData("# lint: alow no-then", "\"# lint: alow …\" is not understood; write \"# lint: allow RULE: why\"")]
    [InlineData("# lint: allow sentence", "\"sentence\" cannot be allowed: nothing would run")]
    [InlineData("# lint: allow spacing", "nothing in this file needs \"spacing\" allowed; remove the comment")]
    public void A_comment_that_allows_nothing_is_told(string comment, string told)
    {
        var line = Assert.Single(Told(
            $"{comment}\n{Feature(Nothing)}"));
        Assert.StartsWith($"1: {told}", line);
        Assert.EndsWith("[allowance]", line);
    }

    [Fact]
    public void A_comment_for_people_that_speaks_of_lint_is_none_of_them() => Assert.Empty(Told(
        "# lint is run each night\n" + Feature(Nothing)));

    [Fact]
    public void What_cannot_be_read_is_no_finding()
    {
        var broken = Write("latin.feature", "");
        File.WriteAllBytes(broken, [0x46, 0xE9, 0x0A]);
        var result = new FeatureLint(Engine).Of([broken, Path.Combine(_folder, "nowhere"), broken + ":1"]);
        Assert.Empty(result.Findings);
        Assert.Equal(3, result.Unreadable.Count);
    }

    private static string Feature(string steps) => $"Feature: f\n  Why.\n\n  Scenario: one\n{steps}";

    private string[] Told(string feature)
    {
        var file = Write("f.feature", feature);
        var result = new FeatureLint(Engine).Of([file]);
        Assert.Empty(result.Unreadable);
        return [.. result.Findings.Select(finding => finding.ToString()[(file.Length + 1)..])];
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
