using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// What the customer has paid for and not used, in the finest steps of a <see cref="CreditScale"/>: for energy
/// millijoules (one watt for one millisecond). Never below zero. What a person reads is rounded up to a whole unit:
/// the glass says 0.0 only when nothing is left.
/// </summary>
public readonly record struct CreditRegister
{
    /// <summary>One unit of a credit token, 0.1 kWh, in millijoules.</summary>
    public const long MillijoulesPerUnit = 360_000_000;

    public const long MillijoulesPerWattHour = 3_600_000;

    /// <summary>Two of these still add up to a number of 64 bits.</summary>
    private const long MostFast = long.MaxValue / 2;

    public CreditRegister(Int128 raw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(raw);
        Raw = raw;
    }

    /// <summary>The finest steps.</summary>
    public Int128 Raw { get; }

    /// <summary>A register of energy in millijoules.</summary>
    public long Millijoules => (long)Raw;

    public bool IsEmpty => Raw == 0;

    /// <summary>A register of energy as shown and reported, rounded up to 0.1 kWh.</summary>
    public EnergyAmount Shown => new((long)UnitsIn(CreditScale.Energy));

    public static CreditRegister Of(EnergyAmount amount) => Of(amount.TenthsOfKwh, CreditScale.Energy);

    public static CreditRegister Of(Int128 units, CreditScale scale) => new(units * scale.RawPerUnit);

    /// <summary>Whole or begun units.</summary>
    public Int128 UnitsIn(CreditScale scale) => StepsLeft(scale.RawPerUnit);

    /// <summary>The register with a purchase added, or null when it would hold more than the most.</summary>
    public CreditRegister? Plus(EnergyAmount purchase, EnergyAmount most) =>
        Plus(purchase.TenthsOfKwh, most.TenthsOfKwh, CreditScale.Energy);

    /// <summary>
    /// The register with units added (taken, when negative), or null when it would hold more than the most, or less
    /// than nothing.
    /// </summary>
    public CreditRegister? Plus(Int128 units, Int128 most, CreditScale scale) =>
        PlusRaw(units * scale.RawPerUnit, most * scale.RawPerUnit);

    /// <summary>The same in the finest steps.</summary>
    public CreditRegister? PlusRaw(Int128 raw, Int128 most)
    {
        var sum = Raw + raw;
        return sum < 0 || sum > most ? null : new CreditRegister(sum);
    }

    /// <summary>The register after so many of the finest steps have been used; it stops at zero.</summary>
    public CreditRegister Less(Int128 raw) => new(Int128.Max(Raw - raw, 0));

    /// <summary>How many whole or begun steps of this size are left: it changes when a multiple is reached.</summary>
    public Int128 StepsLeft(Int128 step) => Begun(Raw, step);

    /// <summary>The register at the next lower multiple of the step, or empty.</summary>
    public CreditRegister NextLower(Int128 step) => new(Int128.Max((StepsLeft(step) - 1) * step, 0));

    /// <summary>
    /// Milliseconds until the register reaches the next lower multiple of the step, when so much is used in each.
    /// </summary>
    public long MillisecondsToNextStep(Int128 step, Int128 rawPerMillisecond)
    {
        var target = (StepsLeft(step) - 1) * step;
        return (long)Begun(Raw - target, rawPerMillisecond);
    }

    /// <summary>
    /// A quotient rounded up. Nearly every amount fits 64 bits, where dividing is many times faster: a year of load is
    /// half a million of these.
    /// </summary>
    private static Int128 Begun(Int128 amount, Int128 step) => amount <= MostFast && step <= MostFast
        ? ((long)amount + (long)step - 1) / (long)step
        : (amount + step - 1) / step;
}
