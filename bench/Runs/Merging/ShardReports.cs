using HilBench.Input;
using HilBench.Scenarios;
using HilBench.Scenarios.Reports;

namespace HilBench.Runs;

/// <summary>
/// The reports of all shards of one run, in the order of the shards. They are one run only if nothing is missing,
/// nothing is there twice, and every shard was asked for the same.
/// </summary>
internal sealed class ShardReports
{
    private ShardReports(IReadOnlyList<ShardReport> all) => All = all;

    public IReadOnlyList<ShardReport> All { get; }

    /// <summary>Every scenario of the run, with the report that has it, in the order of the run.</summary>
    public IEnumerable<(ShardReport In, RunFileScenario Scenario)> Scenarios => All
        .SelectMany(one => one.Run.Scenarios.Select(scenario => (In: one, Scenario: scenario)))
        .OrderBy(one => one.Scenario.Index);

    /// <param name="folders">Those of the reports.</param>
    /// <exception cref="SettingsException">They are not those of one run; the message says why.</exception>
    public static ShardReports Read(IReadOnlyList<string> folders)
    {
        ShardReport[] all = [.. folders.Select(ShardReport.Read).OrderBy(one => one.Shard.Number)];
        foreach (var one in all.Skip(1)) DemandSameRun(all[0], one);
        foreach (var (one, next) in all.Zip(all.Skip(1)))
        {
            if (one.Shard == next.Shard)
            {
                throw new SettingsException(
                    $"{one.Shown} and {next.Shown} are both shard {one.Shard}: each must be there once");
            }
        }

        var count = all[0].Shard.Count;
        int[] missing = [.. Enumerable.Range(1, count).Except(all.Select(one => one.Shard.Number))];
        if (missing.Length > 0)
        {
            throw new SettingsException(
                $"{(missing.Length == 1 ? "shard" : "shards")} {string.Join(", ", missing)} of {count} "
                + $"{(missing.Length == 1 ? "is" : "are")} missing: the reports of all shards must be given");
        }

        var reports = new ShardReports(all);
        reports.DemandEachOnce(all[0].Run.List.Count);
        return reports;
    }

    private static void DemandSameRun(ShardReport first, ShardReport other)
    {
        var (one, two) = (first.Run, other.Run);
        (string What, object Of, object Other)[] same =
        [
            ("number of shards", first.Shard.Count, other.Shard.Count),
            ("rig", one.Rig, two.Rig),
            ("profile", one.Profile, two.Profile),
            ("file of the rig or of the profile (digest)", one.Setup, two.Setup),
            ("seed", one.Seed, two.Seed),
            ("program", one.Build, two.Build),
            ("number of scenarios in the whole list", one.List.Count, two.List.Count),
            ("list of scenarios or text of a feature (digest)", one.List.Digest, two.List.Digest),
        ];
        foreach (var (what, of, others) in same)
        {
            if (!of.Equals(others))
            {
                throw new SettingsException(
                    $"{other.Shown} is not of the same run as {first.Shown}: the {what} is {others}, not {of}");
            }
        }
    }

    /// <summary>Shards that were made with other weights can overlap, though the list is the same.</summary>
    private void DemandEachOnce(int count)
    {
        var seen = new Dictionary<int, ShardReport>();
        foreach (var (report, one) in Scenarios)
        {
            if (!seen.TryAdd(one.Index, report))
            {
                throw new SettingsException(
                    $"{seen[one.Index].Shown} and {report.Shown} both have {one.File}:{one.Line}: were the shards made "
                    + "with different --weights?");
            }
        }

        if (seen.Count != count)
        {
            throw new SettingsException(
                $"{count - seen.Count} of the {count} scenarios are in none of these reports: were the shards made "
                + "with different --weights?");
        }
    }
}

/// <summary>The report of one shard.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Run">What it says of itself.</param>
/// <param name="Shard">Which it is.</param>
internal sealed record ShardReport(string Folder, RunFile Run, Shard Shard)
{
    public string Shown => Printable.Line(Folder);

    public static ShardReport Read(string folder)
    {
        var run = RunFile.Read(folder);
        return run.Shard is not null && Shard.Parse(run.Shard) is { } shard
            ? new ShardReport(folder, run, shard)
            : throw new SettingsException(
                $"{Printable.Line(folder)}: it is the report of a whole run; only those of shards can be merged");
    }

    public string PathOf(string name) => Path.Combine(Folder, name);
}
