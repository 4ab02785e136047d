namespace HilBench.Meter;

/// <summary>Which lamps a meter has, and what they do when they have something to say; dark = it has none.</summary>
public sealed record LedRules
{
    public LedLight LowCredit { get; init; } = LedLight.Lit;

    /// <summary>The most credit that counts as low, in the unit the register counts.</summary>
    public Int128 LowCreditUnits { get; init; } = 50;

    public LedLight Load { get; init; } = LedLight.Lit;

    public LedLight Fault { get; init; } = LedLight.Lit;
}
