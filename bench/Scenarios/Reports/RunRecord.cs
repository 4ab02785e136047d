using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Reports;

/// <summary>A whole run, as its reports tell it.</summary>
public sealed record RunRecord
{
    public required IReadOnlyList<ScenarioResult> Results { get; init; }

    /// <summary>What the rig could not do and was not asked to.</summary>
    public IReadOnlyList<LeftOutCase> LeftOut { get; init; } = [];

    /// <summary>Every feature file, whichever shard has its scenarios; null when these are all.</summary>
    public IReadOnlyList<string>? Files { get; init; }

    /// <summary>The sentences of the bench and of its step libraries.</summary>
    public IReadOnlyList<StepSentence> Sentences { get; init; } = [];

    /// <summary>The seed of everything random.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The name of the rig.</summary>
    public required string Rig { get; init; }

    /// <summary>When the run began, in UTC.</summary>
    public required DateTime Began { get; init; }

    /// <summary>What is different from an earlier run; null when none is known that could be compared.</summary>
    public RunChanges? Changes { get; init; }

    /// <summary>The command that repeats one scenario.</summary>
    public required Func<ScenarioCase, string> Again { get; init; }
}

/// <summary>What is different from an earlier run.</summary>
/// <param name="Lines">The whole; the first says which run it was and how many scenarios changed.</param>
/// <param name="Of">What is to be said of one scenario that did not pass; null when nothing is known of it.</param>
public sealed record RunChanges(IReadOnlyList<string> Lines, Func<ScenarioCase, string?> Of);

/// <summary>A scenario that was not run: the rig lacks what it needs, or the run ended before.</summary>
/// <param name="Case">Which.</param>
/// <param name="Why">In a few words.</param>
public sealed record LeftOutCase(ScenarioCase Case, string Why)
{
    /// <summary>The rig could have run it; the run ended before it was begun.</summary>
    public bool IsUnbegun { get; init; }
}

/// <summary>A run without results: bad input, a rig that is not there, or a run that was killed.</summary>
/// <param name="Verdict">Undefined, RigFault or Aborted.</param>
/// <param name="Lines">What the user was told.</param>
/// <param name="Began">In UTC.</param>
public sealed record RefusedRun(Verdict Verdict, IReadOnlyList<string> Lines, DateTime Began)
{
    /// <summary>What should have happened.</summary>
    public string What { get; init; } = "the run begins";
}
