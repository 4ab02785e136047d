namespace HilBench.Tokens;

/// <summary>
/// A deciphered token whose CRC fits, before anybody asks what it means: class 2 bits, sub-class 4, data 44. The
/// allocation-free layer that a meter for a whole city and the benchmarks read.
/// </summary>
public readonly record struct ClearToken
{
    public const int DataBits = 44;
    public const ulong DataMask = (1UL << DataBits) - 1;

    public ClearToken(TokenClass tokenClass, int subClass, ulong data44)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data44, DataMask);
        ArgumentOutOfRangeException.ThrowIfNegative(subClass);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subClass, 15);
        Class = tokenClass;
        SubClass = (byte)subClass;
        Data44 = data44;
    }

    public TokenClass Class { get; }

    public byte SubClass { get; }

    public ulong Data44 { get; }

    /// <summary>The field of <paramref name="bits"/> bits whose lowest bit is <paramref name="lowest"/>.</summary>
    public ulong Field(int lowest, int bits) => (Data44 >> lowest) & ((1UL << bits) - 1);
}
