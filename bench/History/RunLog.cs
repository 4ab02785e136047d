using System.Globalization;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.History;

/// <summary>
/// Writes one run into the history while it goes on. A file beside the history is locked meanwhile, so that everybody
/// can tell a run that goes on from one that was killed.
/// </summary>
public sealed class RunLog : IDisposable
{
    private readonly HistoryFile _file;
    private readonly FileStream _lock;
    private readonly long _run;

    private RunLog(HistoryFile file, long run, FileStream held) => (_file, _run, _lock) = (file, run, held);

    public long Run => _run;

    /// <exception cref="HistoryException">It cannot be written.</exception>
    public static RunLog Begin(HistoryFile file, RunHead head) => file.Guarded(() =>
    {
        using var change = file.Begin();
        file.Execute(
            """
            INSERT INTO run(began, rig, seed, build, virtual, command, scenarios, report, scope)
            VALUES ($began, $rig, $seed, $build, $virtual, $command, $scenarios, $report, $scope)
            """,
            ("$began", Moment.Written(head.Began)), ("$rig", head.Rig),
            ("$seed", head.Seed.ToString(CultureInfo.InvariantCulture)), ("$build", head.Build),
            ("$virtual", head.IsVirtual), ("$command", head.Command), ("$scenarios", head.Scenarios),
            ("$report", head.Report), ("$scope", head.Scope));
        var run = file.Number("SELECT last_insert_rowid()");
        // Nobody sees the run before its lock is held.
        var held = RunLock.Take(file.Path, run);
        change.Commit();
        return new RunLog(file, run, held);
    });

    /// <summary>Adds a verdict, which is safe from then on.</summary>
    /// <exception cref="HistoryException">It cannot be written.</exception>
    public void Add(ScenarioResult result) => _file.Guarded(() =>
    {
        using var change = _file.Begin();
        var name = NameOf(result.Case);
        _file.Execute("INSERT OR IGNORE INTO scenario(name) VALUES ($name)", ("$name", name));
        var verdict = result.Verdict.ToString();
        _file.Execute(
            """
            INSERT INTO verdict(run, scenario, verdict, place, source, message, seconds, bench, attempt, lost)
            VALUES ($run, (SELECT id FROM scenario WHERE name = $name), $verdict, $place, $source, $message, $seconds,
                $bench, $attempt, $lost)
            """,
            ("$run", _run), ("$name", name), ("$verdict", verdict), ("$place", result.Case.Place.ToString()),
            ("$source", Fingerprint.Of(result.Case)), ("$message", result.Message ?? ""),
            ("$seconds", result.WallTime.TotalSeconds), ("$bench", PastBench.IdOf(result.Where, _file)),
            ("$attempt", result.Where?.Attempt ?? 1), ("$lost", PastBench.LostOf(result.Where)));
        _file.Execute(
            """
            INSERT INTO tally(run, verdict, count) VALUES ($run, $verdict, 1)
            ON CONFLICT(run, verdict) DO UPDATE SET count = count + 1
            """,
            ("$run", _run), ("$verdict", verdict));
        change.Commit();
        return true;
    });

    /// <summary>The run has come to its end.</summary>
    /// <param name="ended">In UTC.</param>
    /// <exception cref="HistoryException">It cannot be written.</exception>
    public void End(DateTime ended) => _file.Guarded(() => _file.Execute(
        "UPDATE run SET ended = $ended WHERE id = $run", ("$ended", Moment.Written(ended)), ("$run", _run)));

    public void Dispose()
    {
        _lock.Dispose();
        RunLock.Forget(_file.Path, _run);
    }

    /// <summary>What the history calls a scenario.</summary>
    public static string NameOf(ScenarioCase scenario) => $"{scenario.Identity.Suite}: {scenario.Identity.Name}";
}
