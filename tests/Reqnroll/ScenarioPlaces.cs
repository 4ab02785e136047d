extern alias Ours;

using System.Collections;
using Ours::HilBench.Scenarios.Features;
using Ours::HilBench.Scenarios.Sentences;

namespace HilBench.OnReqnroll;

/// <summary>
/// The line of each scenario and example row, from which its seed follows. Reqnroll tells a scenario its title and
/// arguments, but not its line.
/// </summary>
internal static class ScenarioPlaces
{
    private static readonly Dictionary<(string Feature, string Title), Place> Known = Read().ToDictionary(
        scenario => (scenario.Feature, scenario.Title), scenario => scenario.Place);

    /// <exception cref="InvalidOperationException">No feature file has such a scenario.</exception>
    public static Place Of(FeatureInfo feature, ScenarioInfo scenario) =>
        Known.TryGetValue((feature.Title, TitleOf(scenario)), out var place)
            ? place
            : throw new InvalidOperationException($"No feature file has \"{feature.Title}: {TitleOf(scenario)}\".");

    /// <summary>An example row has its values in its title, or behind it when the title names none of them.</summary>
    private static string TitleOf(ScenarioInfo scenario)
    {
        var title = scenario.Title;
        foreach (DictionaryEntry argument in scenario.Arguments)
            title = title.Replace($"<{argument.Key}>", $"{argument.Value}", StringComparison.Ordinal);
        return scenario.Arguments.Count == 0 || title != scenario.Title
            ? title
            : $"{title} ({string.Join(", ", scenario.Arguments.Values.Cast<string>())})";
    }

    /// <summary>The features beside the tests, named as in the checkout: seeds are those of a run there.</summary>
    private static IReadOnlyList<ScenarioCase> Read()
    {
        var root = AppContext.BaseDirectory;
        var scenarios = new List<ScenarioCase>();
        foreach (var file in Directory.EnumerateFiles(
            Path.Combine(root, "features"), "*.feature", SearchOption.AllDirectories))
        {
            using var text = File.OpenText(file);
            var shown = Path.GetRelativePath(root, file).Replace('\\', '/');
            scenarios.AddRange(FeatureReader.Parse(text, shown, NoSentences.Instance));
        }

        return scenarios;
    }
}
