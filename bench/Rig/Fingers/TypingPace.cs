namespace HilBench.Rig.Fingers;

/// <summary>
/// Whether the bench itself was so slow between two keys of an entry that the meter may have forgotten the first: an
/// operator who looks for the key, or a virtual machine on a busy computer. What the meter does then says nothing about
/// it. Pauses the scenario asked for are its own and do not count.
/// </summary>
/// <param name="entryTimeout">After so long without a key the meter forgets an entry (its profile).</param>
public sealed class TypingPace(TimeSpan entryTimeout)
{
    /// <summary>From this part of the time-out on nobody can be sure what the meter saw.</summary>
    private const double Near = 0.8;

    private const int DigitsOfAToken = 20;

    private int _digits;
    private TimeSpan _seenAt;
    private TimeSpan _endedAt;

    /// <summary>Why this press proves nothing, or null. Call it once for each press that was seen.</summary>
    /// <param name="key">The key.</param>
    /// <param name="askedAt">When the scenario asked for it.</param>
    /// <param name="seenAt">When the scanner saw it.</param>
    /// <param name="endedAt">When the bench was done with it.</param>
    public string? TooSlow(char key, TimeSpan askedAt, TimeSpan seenAt, TimeSpan endedAt)
    {
        var gap = seenAt - _seenAt;
        var cost = _endedAt - _seenAt + (seenAt - askedAt);
        var isLate = _digits > 0 && (Crosses(gap, cost, entryTimeout * Near) || Crosses(gap, cost, entryTimeout));
        _digits = char.IsAsciiDigit(key) ? (_digits + 1) % DigitsOfAToken : 0;
        (_seenAt, _endedAt) = (seenAt, endedAt);
        return isLate
            ? FormattableString.Invariant($"it came {gap.TotalSeconds:0.0} s after the key before it, ")
                + FormattableString.Invariant($"{cost.TotalSeconds:0.0} s of them the bench's own, and the meter ")
                + FormattableString.Invariant($"forgets an entry after {entryTimeout.TotalSeconds:0} s")
            : null;
    }

    /// <summary>Only the slowness of the bench took it over the limit.</summary>
    private static bool Crosses(TimeSpan gap, TimeSpan cost, TimeSpan limit) => gap >= limit && gap - cost < limit;
}
