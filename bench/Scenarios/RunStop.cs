namespace HilBench.Scenarios;

/// <summary>
/// Somebody may want the run to end in the middle of a scenario. A class around the token, because only classes are
/// injected: ours would take a struct, Reqnroll refuses one.
/// </summary>
public sealed record RunStop(CancellationToken Token)
{
    /// <summary>Nobody stops it.</summary>
    public static RunStop Never { get; } = new(CancellationToken.None);
}
