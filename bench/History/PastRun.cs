using HilBench.Scenarios.Running;

namespace HilBench.History;

/// <summary>What a run is known by before its first scenario.</summary>
/// <param name="Began">In UTC.</param>
/// <param name="Rig">The name of the rig.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Build">Tells this program and this rig file from all others.</param>
/// <param name="IsVirtual">The same seed gives the same verdicts; on real pins it need not.</param>
/// <param name="Command">What was typed.</param>
/// <param name="Scenarios">How many are to run.</param>
public sealed record RunHead(
    DateTime Began, string Rig, ulong Seed, string Build, bool IsVirtual, string Command, int Scenarios)
{
    /// <summary>The folder of its report, as a full path; null when there is none.</summary>
    public string? Report { get; init; }

    /// <summary>What was to run: two runs of one scope and one rig can be compared. Empty when nobody knows.</summary>
    public string Scope { get; init; } = "";
}

/// <summary>How a run is going, or how it ended.</summary>
public enum RunState
{
    Running,
    Ended,

    /// <summary>It was killed, or its machine lost power: it has no end, and nobody is writing it.</summary>
    Aborted,
}

/// <summary>A run of the past.</summary>
/// <param name="Id">Runs count from 1; the later the greater.</param>
/// <param name="Head">What it was known by.</param>
/// <param name="Ended">In UTC; null when it has no end.</param>
/// <param name="State">How it ended.</param>
/// <param name="Verdicts">How many scenarios of each verdict there are.</param>
public sealed record PastRun(
    long Id, RunHead Head, DateTime? Ended, RunState State, IReadOnlyDictionary<Verdict, int> Verdicts)
{
    /// <summary>All that ran passed, and all that was to run did.</summary>
    public bool IsGreen => State == RunState.Ended && Verdicts.Keys.All(verdict => verdict.IsGood());
}

/// <summary>How one scenario ended in a run of the past.</summary>
/// <param name="Name">Feature with its file, rule, title and example row.</param>
/// <param name="Place">File and line of that time.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Message">Why; empty when it passed.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record PastScenario(string Name, string Place, Verdict Verdict, string Message, double Seconds)
{
    /// <summary>Since which run it has been red on this rig without a break; null when it is not.</summary>
    public long? RedSince { get; init; }

    /// <summary>The bench and the meter it ran on; null when nothing was said of them.</summary>
    public RunPlace? Where { get; init; }
}
