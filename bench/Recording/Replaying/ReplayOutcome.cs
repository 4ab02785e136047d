namespace HilBench.Recording.Replaying;

/// <summary>What a replay has shown.</summary>
public enum ReplayVerdict
{
    /// <summary>Every answer is what it was.</summary>
    Same,

    /// <summary>An answer is another one.</summary>
    Diverged,

    /// <summary>What was done then could not be done now: nothing is proved.</summary>
    Invalid,

    /// <summary>The rig is not as it should be.</summary>
    RigFault,
}

/// <summary>How the replay of one recording ended.</summary>
/// <param name="Verdict">What it has shown.</param>
/// <param name="Answers">How many answers were compared and found equal.</param>
public sealed record ReplayOutcome(ReplayVerdict Verdict, int Answers)
{
    /// <summary>Where it is another for the first time; null when it is not.</summary>
    public Divergence? First { get; init; }

    /// <summary>What could not be done, or is wrong with the rig; null when it went to its end.</summary>
    public string? Why { get; init; }
}

/// <summary>The first answer that is not what it was.</summary>
/// <param name="At">When, on the clock of the replay.</param>
/// <param name="Step">The step of the scenario that asked, from 0.</param>
/// <param name="Recorded">What was recorded.</param>
/// <param name="Now">What happens now.</param>
/// <param name="Before">The last things that happened before it, oldest first; the same then and now.</param>
public sealed record Divergence(
    TimeSpan At, int Step, string Recorded, string Now, IReadOnlyList<RecordedEvent> Before);
