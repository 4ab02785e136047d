using System.Collections.Concurrent;
using System.Globalization;
using HilBench.Scenarios.Features;
using Reqnroll;

namespace HilBench.Scenarios.Running;

/// <summary>Each feature as Reqnroll wants to be told of it: one object, whoever runs its scenarios.</summary>
internal sealed class FeatureInfos
{
    private readonly ConcurrentDictionary<string, FeatureInfo> _all = new(StringComparer.Ordinal);

    public FeatureInfo Of(ScenarioCase scenario) => _all.GetOrAdd(scenario.Place.File, static (file, one) =>
        new FeatureInfo(
            CultureInfo.InvariantCulture, Path.GetDirectoryName(file) ?? "", one.Feature, "",
            ProgrammingLanguage.CSharp, [.. one.FeatureTags]), scenario);
}
