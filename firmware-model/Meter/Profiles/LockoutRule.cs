namespace HilBench.Meter;

/// <summary>
/// After so many wrong tokens in a row the meter takes none for a while, each further one doubles the while. Test
/// tokens and short codes still work; an accepted token or a power cycle clears it (docs/meters.md).
/// </summary>
/// <param name="After">Wrong tokens in a row until the first lockout.</param>
/// <param name="First">How long the first lockout lasts.</param>
/// <param name="Longest">Where the doubling ends.</param>
/// <param name="Counts">
/// Which refusals count as wrong. That a used or old token does not is an assumption, so it is a setting.
/// </param>
public sealed record LockoutRule(int After, TimeSpan First, TimeSpan Longest, LockoutCounts Counts)
{
    /// <summary>How long the meter is locked after this many wrong tokens in a row; zero = not at all.</summary>
    public TimeSpan LengthAfter(int wrong)
    {
        if (wrong < After) return TimeSpan.Zero;
        var length = First;
        for (var i = After; i < wrong && length < Longest; i++) length *= 2;
        return length < Longest ? length : Longest;
    }
}

public enum LockoutCounts
{
    /// <summary>Tokens that do not decipher, and twenty digits that are no token.</summary>
    Rejects,

    /// <summary>Used and old ones, too, and every other refusal.</summary>
    AllRefusals,
}
