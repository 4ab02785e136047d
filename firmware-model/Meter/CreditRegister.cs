using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// Energy the customer has paid for and not used, in millijoules (one watt for one millisecond), so that any power
/// over any whole number of milliseconds is exact. Never below zero. What a person reads is rounded up to 0.1 kWh:
/// the glass says 0.0 only when nothing is left.
/// </summary>
public readonly record struct CreditRegister
{
    /// <summary>One unit of a credit token, 0.1 kWh, in millijoules.</summary>
    public const long MillijoulesPerUnit = 360_000_000;

    public const long MillijoulesPerWattHour = 3_600_000;

    public CreditRegister(long millijoules)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(millijoules);
        Millijoules = millijoules;
    }

    public long Millijoules { get; }

    public bool IsEmpty => Millijoules == 0;

    /// <summary>The credit as shown and reported, rounded up to 0.1 kWh.</summary>
    public EnergyAmount Shown => new((Millijoules + MillijoulesPerUnit - 1) / MillijoulesPerUnit);

    public static CreditRegister Of(EnergyAmount amount) => new(amount.TenthsOfKwh * MillijoulesPerUnit);

    /// <summary>
    /// The register with a purchase added, or null when it would hold more than <paramref name="most"/>.
    /// </summary>
    public CreditRegister? Plus(EnergyAmount purchase, EnergyAmount most)
    {
        var sum = Millijoules + Of(purchase).Millijoules;
        return sum > Of(most).Millijoules ? null : new CreditRegister(sum);
    }

    /// <summary>The register after energy has flowed; it stops at zero.</summary>
    public CreditRegister Less(long millijoules) => new(Math.Max(0, Millijoules - millijoules));

    /// <summary>How many whole or begun steps of this size are left: it changes when a multiple is reached.</summary>
    public long StepsLeft(long stepMillijoules) => (Millijoules + stepMillijoules - 1) / stepMillijoules;

    /// <summary>Milliseconds until the register reaches the next lower multiple of the step at this power.</summary>
    public long MillisecondsToNextStep(long stepMillijoules, Watts power)
    {
        var target = (StepsLeft(stepMillijoules) - 1) * stepMillijoules;
        return (Millijoules - target + power.Value - 1) / power.Value;
    }
}
