using System.Globalization;

namespace HilBench.Tokens;

/// <summary>
/// The amount of a currency credit token in 0.00001 of the base unit (IEC 62055-41 §6.3.7): sign and upper exponent
/// bits sit where other credit tokens carry their random number, so a currency token has none.
/// </summary>
/// <param name="SignAndExponent">Bit 3: negative. Bits 2–0: the upper three of the five exponent bits.</param>
/// <param name="Code">Bits 15–14: the lower two exponent bits. Bits 13–0: the mantissa.</param>
public readonly record struct CurrencyAmount(byte SignAndExponent, ushort Code)
{
    private const int SignBit = 8;

    public static Int128 LargestUnits { get; } = (Int128)AmountScale.Largest;

    public bool IsNegative => (SignAndExponent & SignBit) != 0;

    /// <summary>Whole units of 0.00001 of the currency.</summary>
    public Int128 Units
    {
        get
        {
            var exponent = ((SignAndExponent & (SignBit - 1)) << 2) | (Code >> AmountScale.MantissaBits);
            var size = (Int128)AmountScale.Value(exponent, Code & AmountScale.MantissaMask);
            return IsNegative ? -size : size;
        }
    }

    /// <summary>
    /// The smallest amount that is not below <paramref name="units"/>; a debit therefore rounds toward zero.
    /// </summary>
    public static CurrencyAmount AtLeast(Int128 units)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(units, LargestUnits);
        ArgumentOutOfRangeException.ThrowIfLessThan(units, -LargestUnits);
        var (exponent, mantissa) = units < 0
            ? AmountScale.Floor((UInt128)(-units))
            : AmountScale.Ceiling((UInt128)units);
        var sign = units < 0 ? SignBit : 0;
        return new CurrencyAmount(
            (byte)(sign | (exponent >> 2)),
            (ushort)(((exponent & 3) << AmountScale.MantissaBits) | mantissa));
    }

    public override string ToString() => Units.ToString(CultureInfo.InvariantCulture) + "e-5";
}
