using System.Collections.Specialized;
using System.Globalization;
using HilBench.Scenarios.Features;
using Reqnroll;
using Reqnroll.Bindings;

namespace HilBench.Scenarios.Engine;

/// <summary>A scenario as Reqnroll wants to be told of it.</summary>
internal sealed class CaseInfos
{
    public CaseInfos(ScenarioCase scenario)
    {
        var row = new OrderedDictionary();
        foreach (var (column, value) in scenario.Row) row[column] = value;
        Scenario = new ScenarioInfo(
            scenario.Title, scenario.Description, [.. scenario.OwnTags], row,
            [.. scenario.Tags.Except(scenario.OwnTags)]);
        Rule = scenario.Rule is { } rule ? new RuleInfo(rule, "", []) : null;
        StepContext = new StepContext(
            scenario.Feature, scenario.Title, Scenario.CombinedTags, CultureInfo.InvariantCulture);
    }

    public ScenarioInfo Scenario { get; }

    public RuleInfo? Rule { get; }

    /// <summary>What a scope may ask for.</summary>
    public StepContext StepContext { get; }
}
