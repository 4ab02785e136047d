using System.Globalization;
using HilBench.Scenarios.Running;
using Microsoft.Data.Sqlite;

namespace HilBench.History;

/// <summary>What the history holds, for people and programs that ask.</summary>
public sealed class Past(HistoryFile file)
{
    private const string RunColumns =
        "run.id, run.began, run.ended, run.rig, run.seed, run.build, run.virtual, run.command, run.scenarios, "
        + "run.report, run.scope";

    /// <summary>The latest runs, the last one first.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public IReadOnlyList<PastRun> Runs(int most) => file.Guarded(() => WithVerdicts(file.Rows(
        $"SELECT {RunColumns} FROM run ORDER BY id DESC LIMIT $most", Run, ("$most", most))));

    /// <summary>A run by its number; null when there is none.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public PastRun? Run(long id) => file.Guarded(() => WithVerdicts(file.Rows(
        $"SELECT {RunColumns} FROM run WHERE id = $id", Run, ("$id", id))).SingleOrDefault());

    /// <summary>The number of the latest run; null when there is none.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public long? Last => file.Guarded(() => file.Number("SELECT coalesce(max(id), 0) FROM run")) is > 0 and var id
        ? id : null;

    /// <summary>
    /// The latest run before this one that was to run the same on the same rig, and came to its end without being
    /// stopped; null when there is none.
    /// </summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public PastRun? Before(PastRun run) => file.Guarded(() => WithVerdicts(file.Rows(
        $"""
        SELECT {RunColumns} FROM run
        WHERE id < $id AND rig = $rig AND scope = $scope AND scope <> '' AND ended IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM tally WHERE tally.run = run.id AND tally.verdict = 'Aborted')
        ORDER BY id DESC LIMIT 1
        """,
        Run, ("$id", run.Id), ("$rig", run.Head.Rig), ("$scope", run.Head.Scope))).SingleOrDefault());

    /// <summary>No later run was to write its report over that of this one.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public bool IsLastIntoItsReport(PastRun run) => file.Guarded(() => file.Number(
        "SELECT count(*) FROM run WHERE report = $report AND id > $id",
        ("$report", run.Head.Report), ("$id", run.Id))) == 0;

    /// <summary>
    /// How each scenario of a run ended, by name, and of a red one since which run it has been red on that rig without
    /// a break, whichever bench it was on. Runs that were stopped before they came to it do not count.
    /// </summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public IReadOnlyList<PastScenario> Scenarios(PastRun run) => file.Guarded(() => file.Rows(
        $"""
        SELECT scenario.name, v.place, v.verdict, v.message, v.seconds,
            CASE WHEN v.verdict IN ('Passed', 'Aborted') THEN NULL ELSE (
                SELECT min(red.run) FROM verdict AS red JOIN run ON run.id = red.run
                WHERE red.scenario = v.scenario AND red.run <= v.run AND run.rig = $rig
                    AND red.verdict NOT IN ('Passed', 'Aborted')
                    AND red.run > coalesce((
                        SELECT max(green.run) FROM verdict AS green JOIN run ON run.id = green.run
                        WHERE green.scenario = v.scenario AND green.run < v.run AND run.rig = $rig
                            AND green.verdict = 'Passed'), 0)) END,
            v.attempt, v.lost, {PastBench.Columns}
        FROM verdict AS v JOIN scenario ON scenario.id = v.scenario LEFT JOIN bench ON bench.id = v.bench
        WHERE v.run = $run ORDER BY scenario.name
        """,
        Scenario,
        ("$run", run.Id), ("$rig", run.Head.Rig)));

    /// <summary>
    /// Scenarios that ended in different ways though nothing was different: the same program, rig file, feature file,
    /// seed, bench and meter. Two meters that differ are no riddle.
    /// </summary>
    /// <param name="most">How many runs are looked at, from the latest on.</param>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public IReadOnlyList<Flip> Flips(int most) => file.Guarded(() => file.Rows(
        $"""
        SELECT scenario.name, run.rig, run.seed, run.virtual, count(*), sum(v.verdict <> 'Passed'), max(v.run),
            {PastBench.Columns}
        FROM verdict AS v JOIN run ON run.id = v.run JOIN scenario ON scenario.id = v.scenario
            LEFT JOIN bench ON bench.id = v.bench
        WHERE v.verdict <> 'Aborted' AND v.run > (SELECT max(id) FROM run) - $most
        GROUP BY v.scenario, run.rig, run.seed, run.build, v.source, v.bench HAVING count(DISTINCT v.verdict) > 1
        ORDER BY scenario.name, max(v.run), v.bench
        """,
        row => new Flip(
            row.GetString(0), row.GetString(1), ulong.Parse(row.GetString(2), CultureInfo.InvariantCulture),
            row.GetBoolean(3), row.GetInt32(4), row.GetInt32(5), row.GetInt64(6))
        {
            Where = PastBench.Read(row, 7),
        },
        ("$most", most)));

    /// <summary>Forgets runs that began before this moment and are not going on; how many.</summary>
    /// <param name="before">In UTC.</param>
    /// <exception cref="HistoryException">It cannot be written.</exception>
    public int Forget(DateTime before) => file.Guarded(() =>
    {
        var old = file.Rows(
            $"SELECT {RunColumns} FROM run WHERE began < $before", Run, ("$before", Moment.Written(before)));
        long[] gone = [.. old.Where(run => run.State != RunState.Running).Select(run => run.Id)];
        using (var change = file.Begin())
        {
            foreach (var id in gone)
            {
                foreach (var table in (string[])["verdict", "tally"])
                    file.Execute($"DELETE FROM {table} WHERE run = $id", ("$id", id));
                file.Execute("DELETE FROM run WHERE id = $id", ("$id", id));
            }

            file.Execute(
                "DELETE FROM scenario WHERE NOT EXISTS (SELECT 1 FROM verdict WHERE scenario = scenario.id)");
            file.Execute("DELETE FROM bench WHERE id NOT IN (SELECT bench FROM verdict)");
            change.Commit();
        }

        foreach (var id in gone) RunLock.Forget(file.Path, id);
        if (gone.Length > 0) file.Execute("VACUUM");
        return gone.Length;
    });

    private static PastScenario Scenario(SqliteDataReader row)
    {
        var where = PastBench.Read(row, 8);
        return new PastScenario(
            row.GetString(0), row.GetString(1), Enum.Parse<Verdict>(row.GetString(2)), row.GetString(3),
            row.GetDouble(4))
        {
            RedSince = row.IsDBNull(5) ? null : row.GetInt64(5),
            Where = where is null ? null : PastBench.With(where, row.GetInt32(6), row.GetString(7)),
        };
    }

    private PastRun Run(SqliteDataReader row)
    {
        var id = row.GetInt64(0);
        var ended = row.IsDBNull(2) ? (DateTime?)null : Moment.Read(row.GetString(2));
        var head = new RunHead(
            Moment.Read(row.GetString(1)), row.GetString(3),
            ulong.Parse(row.GetString(4), CultureInfo.InvariantCulture), row.GetString(5), row.GetBoolean(6),
            row.GetString(7), row.GetInt32(8))
        {
            Report = row.IsDBNull(9) ? null : row.GetString(9), Scope = row.GetString(10),
        };
        var state = ended is not null ? RunState.Ended
            : RunLock.IsHeld(file.Path, id) ? RunState.Running : RunState.Aborted;
        return new PastRun(id, head, ended, state, new Dictionary<Verdict, int>());
    }

    private List<PastRun> WithVerdicts(List<PastRun> runs)
    {
        if (runs.Count == 0) return runs;
        var counts = file.Rows(
            "SELECT run, verdict, count FROM tally WHERE run BETWEEN $least AND $most",
            row => (Run: row.GetInt64(0), Verdict: Enum.Parse<Verdict>(row.GetString(1)), Count: row.GetInt32(2)),
            ("$least", runs.Min(run => run.Id)), ("$most", runs.Max(run => run.Id))).ToLookup(one => one.Run);
        return
        [
            .. runs.Select(run => run with
            {
                Verdicts = counts[run.Id].ToDictionary(one => one.Verdict, one => one.Count),
            }),
        ];
    }
}

/// <summary>A scenario that ended in different ways though nothing was different.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="Rig">The rig.</param>
/// <param name="Seed">The seed of the runs.</param>
/// <param name="IsVirtual">On a virtual rig this is a fault of the bench; on a real one it is a rate.</param>
/// <param name="Runs">How often it ran like this.</param>
/// <param name="Red">How often it did not pass.</param>
/// <param name="LastRun">The latest of these runs.</param>
public sealed record Flip(string Name, string Rig, ulong Seed, bool IsVirtual, int Runs, int Red, long LastRun)
{
    /// <summary>The bench and the meter; null when nothing was said of them.</summary>
    public RunPlace? Where { get; init; }

    /// <summary>Of the normal distribution, for 95 of 100.</summary>
    private const double Deviations = 1.959964;

    /// <summary>The share of red runs, between these two with 95 % confidence (interval of Wilson, 1927).</summary>
    public (double Least, double Most) RedShare
    {
        get
        {
            var square = Deviations * Deviations;
            var share = (double)Red / Runs;
            var middle = (share + (square / (2 * Runs))) / (1 + (square / Runs));
            var half = Deviations * Math.Sqrt((share * (1 - share) / Runs) + (square / (4.0 * Runs * Runs)))
                / (1 + (square / Runs));
            return (Math.Max(0, middle - half), Math.Min(1, middle + half));
        }
    }
}
