namespace HilBench.Meter;

/// <summary>
/// What a meter does when more is drawn than a limit allows: it opens the load switch and tries again later. The times
/// are assumptions: the public sources name none.
/// </summary>
public sealed record OverloadRule
{
    /// <summary>How long a limit may be exceeded without a break.</summary>
    public TimeSpan TripAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the switch then stays open, whatever is drawn.</summary>
    public TimeSpan ReconnectAfter { get; init; } = TimeSpan.FromMinutes(1);
}
