using HilBench.History;
using HilBench.Scenarios.Running;
using HilBench.Web.Settings;

namespace HilBench.Web.Runs;

/// <summary>What the page of the history shows. Every look opens the file anew: other runs write it, too.</summary>
internal sealed class HistoryDesk(WebSettings settings, ReportShelf reports)
{
    private const int MostRuns = 100;

    public bool IsKept => settings.History is not null;

    /// <summary>The latest runs, the last one first.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public IReadOnlyList<PastRun> Runs() => Ask(past => past.Runs(MostRuns));

    /// <summary>A run and its scenarios, red ones first; null when there is none.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public PastRunView? Run(long id) => Ask(past =>
    {
        if (past.Run(id) is not { } run) return null;
        var scenarios = past.Scenarios(run);
        var report = PastReport.Of(past, run);
        return new PastRunView(
            run, [.. scenarios.OrderBy(one => one.Verdict == Verdict.Passed)],
            report is null ? null : reports.IdOf(report.Folder), report?.Folder, RecordingsOf(report, scenarios));
    });

    /// <summary>What is different between two runs; null when there is no such run.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public RunComparison? Compare(long from, long to) => Ask(past =>
        past.Run(from) is { } before && past.Run(to) is { } after
            ? new RunComparison(before, after, RunDifference.Of(past.Scenarios(before), past.Scenarios(after)))
            : null);

    private Dictionary<string, string> RecordingsOf(PastReport? report, IReadOnlyList<PastScenario> scenarios) =>
        scenarios.Select(one => (one.Name, File: report?.RecordingOf(one)))
            .Select(one => (one.Name, Below: one.File is null ? null : reports.NameOf(one.File)))
            .Where(one => one.Below is not null)
            .ToDictionary(one => one.Name, one => one.Below!);

    private T Ask<T>(Func<Past, T> question)
    {
        using var file = HistoryFile.Open(settings.History!, create: false);
        return question(new Past(file));
    }
}

/// <summary>A run of the past.</summary>
/// <param name="Run">The run.</param>
/// <param name="Scenarios">Red ones first.</param>
/// <param name="ReportId">Its folder among the panel's reports; null when it is not there.</param>
/// <param name="ReportFolder">Where its report is; null when it has none.</param>
/// <param name="Recordings">By scenario, below the folder of the panel's reports.</param>
public sealed record PastRunView(
    PastRun Run, IReadOnlyList<PastScenario> Scenarios, string? ReportId, string? ReportFolder,
    IReadOnlyDictionary<string, string> Recordings);

/// <summary>Two runs and what is different.</summary>
public sealed record RunComparison(PastRun Before, PastRun After, IReadOnlyList<ScenarioChange> Changes);
