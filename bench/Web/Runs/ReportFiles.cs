using HilBench.Runs;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;

namespace HilBench.Web.Runs;

/// <summary>What the report of a run holds of each scenario.</summary>
internal static class ReportFiles
{
    /// <summary>By scenario: its folder in the report and the files in it, or neither.</summary>
    public static IReadOnlyDictionary<Place, (string? Folder, IReadOnlyList<string> Names)> Of(
        string report, RunOutcome outcome)
    {
        var folders = new ScenarioFolders(outcome.Files);
        return outcome.Results.ToDictionary(
            result => result.Case.Place,
            result => outcome.IsReported ? In(report, folders.Of(result.Case)) : (null, []));
    }

    private static (string? Folder, IReadOnlyList<string> Names) In(string report, string name)
    {
        var folder = new DirectoryInfo(Path.Combine(report, ScenarioFiles.FolderName, name));
        return folder.Exists
            ? (name, [.. folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)])
            : (null, []);
    }
}
