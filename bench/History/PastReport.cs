using HilBench.Input;
using HilBench.Scenarios.Reports;

namespace HilBench.History;

/// <summary>
/// The report folder of a run of the past, as far as it still holds the report of that run: another run may have
/// written its own there, and folders are moved and removed.
/// </summary>
public sealed class PastReport
{
    private readonly Dictionary<string, string> _folders;

    private PastReport(string folder, RunFile run)
    {
        Folder = folder;
        _folders = run.Scenarios.Where(one => one.Folder is not null)
            .ToDictionary(one => $"{one.Suite}: {one.Name}", one => one.Folder!, StringComparer.Ordinal);
    }

    /// <summary>A full path.</summary>
    public string Folder { get; }

    /// <summary>Null when the run wrote none, or it is not there any more.</summary>
    /// <exception cref="HistoryException">The history cannot be read.</exception>
    public static PastReport? Of(Past past, PastRun run) =>
        run.Head.Report is { } folder && Read(folder) is { } file
        && Moment.Written(file.Began) == Moment.Written(run.Head.Began) && past.IsLastIntoItsReport(run)
            ? new PastReport(folder, file) : null;

    /// <summary>The recording of a scenario; null when it left none, or it is not there any more.</summary>
    public string? RecordingOf(PastScenario scenario)
    {
        if (_folders.GetValueOrDefault(scenario.Name) is not { } name) return null;
        var path = Path.Combine(Folder, ScenarioFiles.FolderName, name, ScenarioFiles.RecordingName);
        return File.Exists(path) ? path : null;
    }

    /// <summary>Null when there is no whole report.</summary>
    private static RunFile? Read(string folder)
    {
        try
        {
            return RunFile.Read(folder);
        }
        catch (SettingsException)
        {
            return null;
        }
    }
}
