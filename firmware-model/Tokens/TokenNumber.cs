namespace HilBench.Tokens;

/// <summary>
/// The 20 digits of a token as the 66-bit number they spell (IEC 62055-41 §6.1). Leading zeros count: a token
/// always has exactly 20 digits, and 2^66 or more is no token.
/// </summary>
public readonly record struct TokenNumber : IComparable<TokenNumber>
{
    public const int DigitCount = 20;
    public const int Bits = 66;

    private const ulong TenPower10 = 10_000_000_000;
    private const int ClassShift = 27;
    private const ulong ClassMask = 3UL << ClassShift;

    /// <summary>2^66 − 1, written 73786976294838206463.</summary>
    public static TokenNumber Largest => new((UInt128.One << Bits) - 1);

    public TokenNumber(UInt128 value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, UInt128.One << Bits);
        Value = value;
    }

    public UInt128 Value { get; }

    /// <summary>Bits 28–27 of the number: the class, which is never enciphered.</summary>
    public TokenClass Class => (TokenClass)(byte)((Lower64 & ClassMask) >> ClassShift);

    /// <summary>The 64-bit block (enciphered for classes 0 and 2) with the two displaced bits put back.</summary>
    public ulong Block => (Lower64 & ~ClassMask) | ((ulong)(Value >> 64) << ClassShift);

    private ulong Lower64 => unchecked((ulong)Value);

    /// <summary>
    /// Class insertion: block bits 28–27 move to the top of the number and the class takes their place.
    /// </summary>
    public static TokenNumber FromBlock(TokenClass tokenClass, ulong block) =>
        new(new UInt128((block & ClassMask) >> ClassShift, (block & ~ClassMask) | ((ulong)tokenClass << ClassShift)));

    /// <summary>True for exactly 20 ASCII digits that spell at most 2^66 − 1; no spaces, no signs.</summary>
    public static bool TryParse(ReadOnlySpan<char> digits, out TokenNumber token)
    {
        token = default;
        if (digits.Length != DigitCount
            || !TryParseHalf(digits[..10], out var high)
            || !TryParseHalf(digits[10..], out var low))
        {
            return false;
        }

        var value = ((UInt128)high * TenPower10) + low;
        if (value >> Bits != 0)
            return false;

        token = new TokenNumber(value);
        return true;
    }

    /// <exception cref="FormatException">The digits are no token; see <see cref="TryParse"/>.</exception>
    public static TokenNumber Parse(ReadOnlySpan<char> digits) =>
        TryParse(digits, out var token)
            ? token
            : throw new FormatException($"a token has 20 digits and is at most {Largest}, not \"{digits}\"");

    /// <summary>Writes the 20 digits without a string.</summary>
    public void WriteDigits(Span<char> digits)
    {
        var high = (ulong)(Value / TenPower10);
        WriteHalf(digits[..10], high);
        WriteHalf(digits[10..DigitCount], (ulong)(Value - ((UInt128)high * TenPower10)));
    }

    public override string ToString() =>
        string.Create(DigitCount, this, static (digits, token) => token.WriteDigits(digits));

    /// <summary>As printed on a receipt: five groups of four, "1844 6744 0738 4377 2416".</summary>
    public string ToGroups()
    {
        var digits = ToString();
        return string.Join(' ', digits[..4], digits[4..8], digits[8..12], digits[12..16], digits[16..]);
    }

    public int CompareTo(TokenNumber other) => Value.CompareTo(other.Value);

    private static void WriteHalf(Span<char> digits, ulong value)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = (char)('0' + (value % 10));
            value /= 10;
        }
    }

    private static bool TryParseHalf(ReadOnlySpan<char> digits, out ulong value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            value = (value * 10) + (ulong)(digit - '0');
        }

        return true;
    }
}
