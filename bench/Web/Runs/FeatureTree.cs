using HilBench.History;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;

namespace HilBench.Web.Runs;

/// <summary>The features of the folder as they were read at one moment.</summary>
/// <param name="Files">In the order of their paths.</param>
public sealed record FeatureTree(IReadOnlyList<FeatureNode> Files)
{
    /// <summary>Every tag in it, without @.</summary>
    public IReadOnlyList<string> Tags { get; } =
    [
        .. Files.SelectMany(file => file.Scenarios).SelectMany(one => one.Tags).Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the folder. A file with a mistake says so and spoils no other.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="engine">The sentences there are.</param>
    /// <param name="capabilities">What the rig has.</param>
    internal static FeatureTree Read(FeatureFiles folder, StepEngine engine, IReadOnlyCollection<string> capabilities)
    {
        var check = new StepCheck(engine, capabilities);
        return new FeatureTree([.. folder.Files().Select(file => Read(folder, file, engine, check))]);
    }

    private static FeatureNode Read(FeatureFiles folder, string file, StepEngine engine, StepCheck check)
    {
        if (folder.PathOf(file) is not { } path) return new FeatureNode(file, file, [], []);
        try
        {
            var cases = FeatureReader.Read([path], engine);
            return new FeatureNode(
                file, cases.Count == 0 ? file : cases[0].Feature, [.. cases.Select(one => NodeOf(file, one))],
                MistakesIn(cases, check));
        }
        catch (FeatureMistakesException wrong)
        {
            return new FeatureNode(file, file, [], wrong.Mistakes);
        }
    }

    /// <summary>What the rig lacks is no mistake of the file: such scenarios are left out of a run.</summary>
    private static IReadOnlyList<string> MistakesIn(IReadOnlyList<ScenarioCase> cases, StepCheck check)
    {
        try
        {
            check.Check([.. cases.Where(one => check.Lacks(one).Count == 0)]);
            return [];
        }
        catch (FeatureMistakesException wrong)
        {
            return wrong.Mistakes;
        }
    }

    private static ScenarioNode NodeOf(string file, ScenarioCase one) => new(
        file, one.Place.Line, RunLog.NameOf(one), TitleOf(one), one.Rule, one.Tags,
        [.. one.Steps.Select(step => step.ToString())]);

    private static string TitleOf(ScenarioCase one)
    {
        var title = one.Title.Length > 0 ? one.Title : $"{one.Place}";
        return one.Row.Count == 0
            ? title : $"{title} ({string.Join(", ", one.Row.Select(cell => $"{cell.Column} {cell.Value}"))})";
    }
}

/// <summary>A feature file.</summary>
/// <param name="File">Below the folder of features, with slashes.</param>
/// <param name="Title">What it calls itself; its file when it cannot be read.</param>
/// <param name="Scenarios">In its order.</param>
/// <param name="Mistakes">Why it cannot run: <c>file:line: what is wrong</c>.</param>
public sealed record FeatureNode(
    string File, string Title, IReadOnlyList<ScenarioNode> Scenarios, IReadOnlyList<string> Mistakes);

/// <summary>A scenario or an example row.</summary>
/// <param name="File">Below the folder of features, with slashes.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Name">What the history calls it; unlike any other.</param>
/// <param name="Title">With its example row.</param>
/// <param name="Rule">The rule it is an example of; null when it is of none.</param>
/// <param name="Tags">Without @.</param>
/// <param name="Steps">Its sentences.</param>
public sealed record ScenarioNode(
    string File, int Line, string Name, string Title, string? Rule, IReadOnlyList<string> Tags,
    IReadOnlyList<string> Steps);
