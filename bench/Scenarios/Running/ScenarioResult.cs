using HilBench.Recording;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Running;

/// <summary>
/// How one scenario ended. All but the times is the same in every run with the same seed.
/// </summary>
public sealed record ScenarioResult
{
    public required ScenarioCase Case { get; init; }

    public required Verdict Verdict { get; init; }

    public required ScenarioSeed Seed { get; init; }

    /// <summary>What went wrong first, in one line; null when nothing did.</summary>
    public string? Message { get; init; }

    /// <summary>The step that went wrong; null for a hook, or when nothing did.</summary>
    public StepCase? Step { get; init; }

    /// <summary>The exception behind the message, for the bench's own mistakes.</summary>
    public Exception? Cause { get; init; }

    /// <summary>Drawn glasses, key logs and the like.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>What its steps and hooks handed to Reqnroll's output helper, oldest first.</summary>
    public IReadOnlyList<OutputPart> Output { get; init; } = [];

    /// <summary>What its display showed last; null where nobody asked.</summary>
    public GlassStory? Glass { get; init; }

    /// <summary>How long each step took that was begun; those after a failure were not.</summary>
    public IReadOnlyList<TimeSpan> StepTimes { get; init; } = [];

    /// <summary>What happened, to be looked at and done again; null where none was wanted.</summary>
    public KeptRecording? Recording { get; init; }

    public TimeSpan WallTime { get; init; }

    /// <summary>Where it ran; null on this machine, where its rig says nothing of itself.</summary>
    public RunPlace? Where { get; init; }

    /// <summary>What came after the scenario, such as a hook at the end of its feature, went wrong.</summary>
    public ScenarioResult SpoiltBy(Exception wrong) => !Verdict.IsGood() ? this : this with
    {
        Verdict = Verdict.RigFault,
        Message = $"after the scenarios: {wrong.GetType().Name}: {wrong.Message}",
        Cause = wrong,
    };
}
