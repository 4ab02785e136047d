using System.Globalization;

namespace HilBench.Tokens;

/// <summary>
/// The token identifier, TID: whole minutes since a base date in 24 bits (IEC 62055-41 §6.3.5.1). Base date 1993
/// ends on 24 November 2024 at 20:15 UTC; the minute after is 0 again.
/// </summary>
public readonly record struct TokenIdentifier : IComparable<TokenIdentifier>
{
    public const int Bits = 24;
    public const int LargestValue = (1 << Bits) - 1;

    private static readonly TimeSpan ReservedMinute = TimeSpan.FromMinutes(1);

    public TokenIdentifier(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestValue);
        Value = value;
    }

    public int Value { get; }

    /// <summary>Bits 23–16, which a key expiry number is compared with.</summary>
    public int HighByte => Value >> 16;

    /// <summary>
    /// The TID of an ordinary token issued at this UTC time. 00:01 of each day is reserved for special tokens, so
    /// it becomes 00:02; past the last TID of the base date the count wraps, as it does in the field.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before the base date.</exception>
    public static TokenIdentifier From(DateTime issued, BaseDate baseDate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(issued, baseDate.Start());
        var minutes = (IssueMinute(issued) - baseDate.Start()).Ticks / TimeSpan.TicksPerMinute;
        return new TokenIdentifier((int)(minutes & LargestValue));
    }

    /// <summary>The whole minute an ordinary token carries: the one it is issued in, or 00:02 for 00:01.</summary>
    public static DateTime IssueMinute(DateTime issued)
    {
        var minute = issued.AddTicks(-(issued.Ticks % TimeSpan.TicksPerMinute));
        return minute.TimeOfDay == ReservedMinute ? minute.AddMinutes(1) : minute;
    }

    /// <summary>The UTC minute this TID means within the first 2^24 minutes of the base date.</summary>
    public DateTime ToDateTime(BaseDate baseDate) => baseDate.Start().AddMinutes(Value);

    public static bool operator <(TokenIdentifier a, TokenIdentifier b) => a.Value < b.Value;

    public static bool operator >(TokenIdentifier a, TokenIdentifier b) => a.Value > b.Value;

    public static bool operator <=(TokenIdentifier a, TokenIdentifier b) => a.Value <= b.Value;

    public static bool operator >=(TokenIdentifier a, TokenIdentifier b) => a.Value >= b.Value;

    public int CompareTo(TokenIdentifier other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
