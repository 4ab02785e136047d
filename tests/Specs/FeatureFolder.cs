using HilBench.Scenarios.Features;

namespace HilBench.Specs;

/// <summary>
/// The features beside the tests. Places are named as in the checkout (<c>features/replay/used-once.feature:12</c>), so
/// that seeds and messages are those of <c>hilbench run</c> there.
/// </summary>
internal static class FeatureFolder
{
    public static IReadOnlyList<ScenarioCase> Scenarios { get; } = Read(AppContext.BaseDirectory, "features");

    public static ScenarioCase At(string place) =>
        Scenarios.Single(scenario => scenario.Place.ToString() == place);

    private static IReadOnlyList<ScenarioCase> Read(string root, string folder)
    {
        var scenarios = new List<ScenarioCase>();
        var files = Directory.EnumerateFiles(Path.Combine(root, folder), "*.feature", SearchOption.AllDirectories);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            using var text = File.OpenText(file);
            var shown = Path.GetRelativePath(root, file).Replace('\\', '/');
            scenarios.AddRange(FeatureReader.Parse(text, shown, SpecBench.Engine));
        }

        return scenarios;
    }
}
