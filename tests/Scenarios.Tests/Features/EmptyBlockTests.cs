using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>A block with nothing in it proves nothing, and its steps would never run.</summary>
public sealed class EmptyBlockTests
{
    [Fact]
    public void A_rule_without_scenario_is_a_mistake() => Assert.Equal(
        [
            "trial.feature:2: rule \"A\" has no scenario, so its background would never run",
            "trial.feature:5: rule \"B\" has no scenario, so it would prove nothing",
        ],
        Mistakes("Feature: f\n Rule: A\n  Background:\n   Given a\n Rule: B\n Rule: C\n  Scenario: s\n   Given b\n"));

    [Fact]
    public void A_feature_with_a_background_alone_is_a_mistake() => Assert.Equal(
        ["trial.feature:1: feature \"f\" has no scenario, so its background would never run"],
        Mistakes("Feature: f\n Background:\n  Given a\n"));

    [Fact]
    public void A_background_without_steps_is_a_mistake() => Assert.Equal(
        ["trial.feature:2: this background has no steps; write them below it, or leave the line out"],
        Mistakes("Feature: f\n Background:\n  Some prose\n Scenario: s\n  Given a\n"));

    private static IReadOnlyList<string> Mistakes(string feature) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(feature)).Mistakes;
}
