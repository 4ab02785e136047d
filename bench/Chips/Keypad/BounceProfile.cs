namespace HilBench.Chips;

/// <summary>
/// How a contact chatters: after it first closes (or opens) it flips an even number of further times, at irregular
/// moments, and rests at the latest after <see cref="Longest"/>.
/// </summary>
/// <param name="Longest">The longest chatter; zero = a clean contact.</param>
/// <param name="MostFlips">The largest number of extra openings (or closings) in one chatter.</param>
public sealed record BounceProfile(TimeSpan Longest, int MostFlips = 4)
{
    /// <summary>A contact that closes once and opens once.</summary>
    public static BounceProfile None { get; } = new(TimeSpan.Zero, 0);

    /// <summary>Up to 6 ms and up to four flips, as dome and rubber keypads do.</summary>
    public static BounceProfile Typical { get; } = new(TimeSpan.FromMilliseconds(6));
}
