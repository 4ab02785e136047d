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
        return $"{program} run {ShellWord.Quote(scenario.Place.ToString())} --seed {seed}{rig}{steps}";
    }

    /// <summary>The same files and tags, wherever somebody stands who names them.</summary>
    internal string Scope
    {
        get
        {
            var paths = Paths.Select(path => Path.GetFullPath(path)).Order(StringComparer.Ordinal);
            return string.Join('\n', [.. paths, Tags ?? "", Fitting ? "fitting" : ""]);
        }
    }
}
