using System.Globalization;
using HilBench.Roles;
using HilBench.Scenarios;
using HilBench.Scenarios.Features;

namespace HilBench.Runs;

/// <summary>What somebody wants to have run, as <c>hilbench run</c> takes it.</summary>
public sealed record RunRequest
{
    /// <summary>The rig when nobody names one.</summary>
    public const string UsualRig = "virtual";

    /// <summary>Feature files, folders, or <c>file.feature:LINE</c>.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>A rig by name or file.</summary>
    public required string Rig { get; init; }

    /// <summary>Only scenarios whose tags this expression matches; null = all.</summary>
    public string? Tags { get; init; }

    /// <summary>Only scenarios whose feature, rule or title has one of these texts in it; none = all.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Only what did not pass in this run; null = all.</summary>
    public PastReds? FailedFrom { get; init; }

    /// <summary>Only this part of all; null = all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>How long scenarios take, by their names in the history, for shards; null when nobody knows.</summary>
    public IReadOnlyDictionary<string, double>? Weights { get; init; }

    /// <summary>How often each scenario runs, each time with the next seed.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>No scenario is begun any more when one did not pass.</summary>
    public bool FailFast { get; init; }

    /// <summary>The meter profile of scenarios that name none, by name or file; null = that of the rig.</summary>
    public string? Profile { get; init; }

    /// <summary>The meter of scenarios that say nothing of theirs; null = as the rig has it.</summary>
    public OrderedMeter? Meter { get; init; }

    /// <summary>The list that <see cref="Meter"/> is from; null when there is none.</summary>
    public string? MeterList { get; init; }

    /// <summary>The seed of everything random; null = that of the rig file.</summary>
    public ulong? Seed { get; init; }

    /// <summary>How many scenarios run at once, where the rig allows it.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>The folder of the report; null when none is wanted.</summary>
    public string? Report { get; init; }

    /// <summary>Which scenarios leave a recording in the report.</summary>
    public RecordingScope Record { get; init; }

    /// <summary>Step assemblies of a lab.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Scenarios that need more than the rig has are left out, and not refused.</summary>
    public bool Fitting { get; init; }

    /// <summary>The file of the history; null when none is kept (<see cref="HistoryPlace.Of"/>).</summary>
    public string? History { get; init; }

    /// <summary>What the history keeps as the command that began the run.</summary>
    public string Command { get; init; } = "";

    /// <summary>The one command that repeats this scenario.</summary>
    /// <param name="program">How the program was started, as a shell takes it.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="seed">The seed of the run.</param>
    public string Again(string program, ScenarioCase scenario, ulong seed)
    {
        var rig = Rig == UsualRig ? "" : $" --rig {ShellWord.Quote(Rig)}";
        var steps = string.Concat(Steps.Select(file => $" --steps {ShellWord.Quote(file)}"));
        var profile = Profile is null ? "" : $" --profile {ShellWord.Quote(Profile)}";
        var meter = Meter is null || MeterList is null
            ? "" : $" --meters {ShellWord.Quote(MeterList)} --serial {ShellWord.Quote(Meter.Serial)}";
        return $"{program} run {ShellWord.Quote(scenario.Place.ToString())} --seed {scenario.RunSeed(seed)}{rig}"
            + $"{profile}{meter}{steps}";
    }

    /// <summary>The same files and tags, wherever somebody stands who names them.</summary>
    internal string Scope
    {
        get
        {
            var paths = Paths.Select(path => Path.GetFullPath(path)).Order(StringComparer.Ordinal);
            string[] narrowed =
            [
                .. Names, FailedFrom is null ? "" : "failed", Shard?.ToString() ?? "", Profile ?? "",
                Meter?.Serial ?? "",
                Rounds == 1 ? "" : Rounds.ToString(CultureInfo.InvariantCulture),
            ];
            var all = string.Join('\n', [.. paths, Tags ?? "", Fitting ? "fitting" : ""]);
            // What earlier versions did not know must not make other runs of theirs.
            return narrowed.All(word => word.Length == 0) ? all : $"{all}\n{string.Join('\n', narrowed)}";
        }
    }
}
