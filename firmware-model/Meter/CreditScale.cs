namespace HilBench.Meter;

/// <summary>
/// How a credit register counts: fine enough that any power over any whole number of milliseconds is exact, be it in
/// energy or in money.
/// </summary>
/// <param name="RawPerUnit">The finest steps in one unit of a credit token.</param>
/// <param name="RawPerMillijoule">The steps that one millijoule costs.</param>
public readonly record struct CreditScale(long RawPerUnit, long RawPerMillijoule)
{
    private const long MillijoulesPerKwh = 3_600_000_000;

    /// <summary>Steps are millijoules; a unit is 0.1 kWh.</summary>
    public static CreditScale Energy { get; } = new(MillijoulesPerKwh / 10, 1);

    /// <summary>A unit is 0.00001 of the currency.</summary>
    public static CreditScale Currency(long pricePerKwh)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pricePerKwh, 1);
        return new CreditScale(MillijoulesPerKwh, pricePerKwh);
    }
}
