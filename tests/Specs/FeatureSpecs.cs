using HilBench.Scenarios;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Specs;

/// <summary>
/// Every scenario of <c>features/</c> as one test, named "Feature: scenario", through the engine and on the rig that
/// <c>hilbench run</c> uses when nothing else is asked for.
/// </summary>
public sealed class FeatureSpecs
{
    public static IEnumerable<TheoryDataRow<string>> Scenarios() =>
        from scenario in FeatureFolder.Scenarios
        select new TheoryDataRow<string>(scenario.Place.ToString())
        {
            TestDisplayName = $"{scenario.Feature}: {scenario.Title}",
            Label = "",
        };

    /// <param name="place">The file and line of the scenario or of its example row.</param>
    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_meter_keeps_its_promise(string place)
    {
        var result = SpecBench.Run(FeatureFolder.At(place), TestContext.Current.CancellationToken);
        Assert.True(
            result.Verdict == Verdict.Passed,
            $"{result.Verdict}, seed {SpecBench.RunSeed}\n{string.Join('\n', FailureText.Of(result))}");
    }

    [Fact]
    public void No_two_scenarios_of_a_feature_have_the_same_name()
    {
        var twice = FeatureFolder.Scenarios
            .GroupBy(scenario => (scenario.Place.File, scenario.Title))
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key.File}: {group.Key.Title}");
        Assert.Empty(twice);
    }

    [Fact]
    public void Every_scenario_says_what_happens_and_what_is_seen()
    {
        var silent = FeatureFolder.Scenarios.Where(scenario =>
            !scenario.Steps.Any(step => step.Kind == StepKind.When) || scenario.Steps[^1].Kind != StepKind.Then);
        Assert.Empty(silent.Select(scenario => scenario.Place.ToString()));
    }

    [Fact]
    public void Every_scenario_stands_under_a_rule()
    {
        var loose = FeatureFolder.Scenarios.Where(scenario => scenario.Rule is null);
        Assert.Empty(loose.Select(scenario => scenario.Place.ToString()));
    }
}
