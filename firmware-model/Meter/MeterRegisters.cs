using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>Everything a meter keeps when the mains is gone: exactly what a stored record holds.</summary>
public sealed record MeterRegisters
{
    public required MeterPan Pan { get; init; }

    /// <summary>The maker's code that class 1 tokens may name; part of the meter number.</summary>
    public required int ManufacturerCode { get; init; }

    public required MeterKey Key { get; init; }

    public required TidStore Tids { get; init; }

    public CreditRegister Credit { get; init; }

    /// <summary>Energy delivered since the meter was made, in millijoules.</summary>
    public long DeliveredMillijoules { get; init; }

    public LoadSwitchPosition LoadSwitch { get; init; } = LoadSwitchPosition.Open;

    /// <summary>The power above which the meter would trip; null until a token sets it.</summary>
    public Watts? MaximumPower { get; init; }

    public bool TamperLatched { get; init; }

    /// <summary>
    /// Key change sections taken, when the profile keeps them over a power cut; else none are stored.
    /// </summary>
    public PendingSections Pending { get; init; }

    /// <summary>
    /// A meter as it leaves the factory: no credit unless given, the switch open until there is some.
    /// </summary>
    public static MeterRegisters AsMade(
        MeterPan pan, MeterKey key, TidStore tids, EnergyAmount credit = default) => new()
    {
        Pan = pan,
        ManufacturerCode = pan.ManufacturerCode,
        Key = key,
        Tids = tids,
        Credit = CreditRegister.Of(credit),
        LoadSwitch = credit.TenthsOfKwh > 0 ? LoadSwitchPosition.Closed : LoadSwitchPosition.Open,
    };
}
