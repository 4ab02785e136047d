namespace HilBench.Meter;

/// <summary>Wrong tokens in a row, and until when the meter takes none because of them. Lost at a power cut.</summary>
public readonly record struct TokenLockout(int Wrong, MeterTime? Until)
{
    public static TokenLockout None => default;

    public bool IsLockedAt(MeterTime now) => Until is { } until && now < until;

    /// <summary>
    /// The count after an answer to a token. Test tokens neither count nor clear: a lockout they could lift would be
    /// none.
    /// </summary>
    public TokenLockout After(ResultCode answer, bool isTestToken, LockoutRule? rule, MeterTime now)
    {
        if (isTestToken || answer == ResultCode.Lockout) return this;
        if (answer == ResultCode.Accept || answer.IsAwaitingMore()) return None;
        if (!Counts(answer, rule)) return this;
        var wrong = Wrong + 1;
        var length = rule?.LengthAfter(wrong) ?? TimeSpan.Zero;
        return new TokenLockout(wrong, length > TimeSpan.Zero ? now + length : null);
    }

    private static bool Counts(ResultCode answer, LockoutRule? rule) =>
        answer is ResultCode.CrcError or ResultCode.FormatError || rule?.Counts == LockoutCounts.AllRefusals;
}
