using HilBench.Roles;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Runs;

/// <summary>What a run came to.</summary>
public sealed record RunOutcome
{
    /// <summary>In the order of the scenarios.</summary>
    public required IReadOnlyList<ScenarioResult> Results { get; init; }

    /// <summary>What the rig could not do and was not asked to.</summary>
    public required IReadOnlyList<LeftOutCase> LeftOut { get; init; }

    /// <summary>Every feature file that was asked for, whichever shard has its scenarios.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Which part of all ran; null when all did.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The rig it ran on.</summary>
    public required RigPlan Plan { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>When it began, in UTC.</summary>
    public required DateTime Began { get; init; }

    /// <summary>Its number in the history; null when that does not have it.</summary>
    public long? InHistory { get; init; }

    /// <summary>
    /// What is different from the run before; null without a report or a history, and when there is none to compare.
    /// </summary>
    public RunChanges? Changes { get; init; }

    /// <summary>False when a report was wanted and could not be written.</summary>
    public required bool IsReported { get; init; }

    /// <summary>The exit code of <c>hilbench run</c>: a report that is missing counts as a rig fault.</summary>
    public int ExitCode
    {
        get
        {
            var verdicts = Results.Select(result => result.Verdict);
            return ExitCodes.For(IsReported ? verdicts : verdicts.Append(Verdict.RigFault));
        }
    }
}
