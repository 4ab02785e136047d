namespace HilBench.Tokens;

/// <summary>
/// The stepped scale all STS amounts share: t = 10^e·m + Σ(n=1..e) 2^14·10^(n−1), m of 14 bits. Each exponent takes
/// over where the one below ends, so a value between two ranges rounds to the foot of the upper one or the head of
/// the lower one. Two bits of exponent for quantities, five for currency.
/// </summary>
internal static class AmountScale
{
    public const int MantissaBits = 14;
    public const int MantissaMask = (1 << MantissaBits) - 1;
    public const int LargestExponent = 31;

    private static readonly UInt128[] Steps = PowersOfTen();
    private static readonly UInt128[] Offsets = FeetOfRanges();

    public static UInt128 Largest { get; } = Value(LargestExponent, MantissaMask);

    public static UInt128 Value(int exponent, int mantissa) => Offsets[exponent] + (Steps[exponent] * (uint)mantissa);

    /// <summary>The code of the smallest value on the scale that is not below <paramref name="units"/>.</summary>
    public static (int Exponent, int Mantissa) Ceiling(UInt128 units)
    {
        var exponent = 0;
        while (units > Value(exponent, MantissaMask))
            exponent++;
        if (units <= Offsets[exponent])
            return (exponent, 0);

        var above = units - Offsets[exponent];
        return (exponent, (int)((above + Steps[exponent] - 1) / Steps[exponent]));
    }

    /// <summary>The code of the largest value on the scale that is not above <paramref name="units"/>.</summary>
    public static (int Exponent, int Mantissa) Floor(UInt128 units)
    {
        var exponent = LargestExponent;
        while (units < Offsets[exponent])
            exponent--;

        var mantissa = (units - Offsets[exponent]) / Steps[exponent];
        return (exponent, mantissa > MantissaMask ? MantissaMask : (int)mantissa);
    }

    private static UInt128[] PowersOfTen()
    {
        var powers = new UInt128[LargestExponent + 1];
        powers[0] = 1;
        for (var n = 1; n < powers.Length; n++)
            powers[n] = powers[n - 1] * 10;
        return powers;
    }

    private static UInt128[] FeetOfRanges()
    {
        var feet = new UInt128[LargestExponent + 1];
        for (var n = 1; n < feet.Length; n++)
            feet[n] = feet[n - 1] + (Steps[n - 1] << MantissaBits);
        return feet;
    }
}
