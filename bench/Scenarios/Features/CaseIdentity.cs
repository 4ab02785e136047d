namespace HilBench.Scenarios.Features;

/// <summary>
/// What one scenario or example row is called where two of the same name would be taken for one, as in a CI server:
/// <paramref name="Suite"/> is the feature with its file, <paramref name="Name"/> the rule, the title and the row. It
/// follows from the feature file alone, so a run of a part of it gives the same names, and no two cases of a file share
/// one.
/// </summary>
public sealed record CaseIdentity(string Suite, string Name)
{
    private const int MostCharacters = 500;
    private const string Ending = ".feature";

    /// <summary>Gives each case of one file its identity.</summary>
    public static IReadOnlyList<ScenarioCase> Assign(IReadOnlyList<ScenarioCase> cases)
    {
        var names = UniqueNames.Of([.. cases.Select(NameOf)]);
        return [.. cases.Select((scenario, at) => scenario with
        {
            Identity = new CaseIdentity(SuiteOf(scenario), names[at]),
        })];
    }

    private static string SuiteOf(ScenarioCase scenario)
    {
        var file = scenario.Place.File;
        // A dot would divide the name in two for CI servers that look for packages.
        if (file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)) file = file[..^Ending.Length];
        return Printable.Line($"{scenario.Feature} ({file})".TrimStart());
    }

    private static string NameOf(ScenarioCase scenario)
    {
        var title = scenario.Title.Length > 0 ? scenario.Title : "untitled";
        var rule = string.IsNullOrEmpty(scenario.Rule) ? "" : scenario.Rule + ": ";
        var row = scenario.Row.Count == 0
            ? ""
            : $" ({string.Join(", ", scenario.Row.Select(cell => $"{cell.Column} {cell.Value}"))})";
        return Printable.Line(rule + title + row, MostCharacters);
    }
}
