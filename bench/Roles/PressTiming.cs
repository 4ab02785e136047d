namespace HilBench.Roles;

/// <summary>
/// How a customer presses: how long a key is down, how long until the next, how long its contact bounces.
/// </summary>
public sealed record PressTiming
{
    public TimeSpan Press { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan Gap { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest a contact bounces after it closes or opens; zero = a clean contact.</summary>
    public TimeSpan Bounce { get; init; } = TimeSpan.FromMilliseconds(6);
}
