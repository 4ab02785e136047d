namespace HilBench.Tokens;

/// <summary>
/// The 16-bit amount of credit and power-limit tokens (IEC 62055-41 §6.3.6): exponent in bits 15–14, mantissa in
/// bits 13–0. Units are 0.1 kWh, 0.1 m³, 0.1 min or 1 W. Every code has its own number of units.
/// </summary>
public readonly record struct TransferAmount(ushort Code)
{
    /// <summary>1 820 162.4 kWh.</summary>
    public const long LargestUnits = 18_201_624;

    public long Units => (long)AmountScale.Value(Code >> AmountScale.MantissaBits, Code & AmountScale.MantissaMask);

    /// <summary>
    /// The smallest amount that is not below <paramref name="units"/>: rounding favours the customer.
    /// </summary>
    public static TransferAmount AtLeast(long units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(units, LargestUnits);
        var (exponent, mantissa) = AmountScale.Ceiling((UInt128)units);
        return new TransferAmount((ushort)((exponent << AmountScale.MantissaBits) | mantissa));
    }

    public static TransferAmount Of(EnergyAmount energy) => AtLeast(energy.TenthsOfKwh);

    public static TransferAmount Of(Watts power) => AtLeast(power.Value);
}
