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

    /// <summary>
    /// Energy delivered since the meter was made, in millijoules. The register has no end that a meter could reach: its
    /// 96 bits are ten thousand times what two gigawatts deliver in the whole of the bench's time, 29,000 years. On the
    /// glass it rolls over where its digits end, as the wheels of a mechanical register do.
    /// </summary>
    public Int128 DeliveredMillijoules { get; init; }

    /// <summary>What power cuts may still give away.</summary>
    public CutAllowance Cuts { get; init; }

    public LoadSwitchPosition LoadSwitch { get; init; } = LoadSwitchPosition.Open;

    /// <summary>The power above which the meter trips; null until a token sets it.</summary>
    public Watts? MaximumPower { get; init; }

    /// <summary>The largest difference between phases; null until a token sets it.</summary>
    public Watts? UnbalanceLimit { get; init; }

    /// <summary>Why the switch is open, when it is not for want of credit.</summary>
    public TripCause Trip { get; init; }

    public bool TamperLatched { get; init; }

    /// <summary>False on a meter that was delivered out of service and has not been put into it yet.</summary>
    public bool IsCommissioned { get; init; } = true;

    /// <summary>What is left to be paid back of credit that the meter has lent.</summary>
    public CreditRegister Owed { get; init; }

    /// <summary>The newest order to open had no effect, as far as the meter could see.</summary>
    public bool SwitchFailed { get; init; }

    /// <summary>What the meter has counted, where its profile says that it counts.</summary>
    public MeterEvents Events { get; init; } = MeterEvents.None;

    /// <summary>
    /// Key change sections taken, when the profile keeps them over a power cut; else none are stored.
    /// </summary>
    public PendingSections Pending { get; init; } = PendingSections.None;

    /// <summary>
    /// A meter as it leaves the factory: no credit unless given, the switch open until there is some.
    /// </summary>
    public static MeterRegisters AsMade(
        MeterPan pan, MeterKey key, TidStore tids, EnergyAmount credit = default) =>
        AsMade(pan, key, tids, CreditRegister.Of(credit));

    /// <summary>The same with a register that may count money.</summary>
    public static MeterRegisters AsMade(MeterPan pan, MeterKey key, TidStore tids, CreditRegister credit) => new()
    {
        Pan = pan,
        ManufacturerCode = pan.ManufacturerCode,
        Key = key,
        Tids = tids,
        Credit = credit,
        LoadSwitch = credit.IsEmpty ? LoadSwitchPosition.Open : LoadSwitchPosition.Closed,
    };

    /// <summary>One more of these, on a meter that counts them.</summary>
    internal MeterRegisters Noting(MeterEvent what, MeterProfile profile) =>
        profile.CountsEvents ? this with { Events = Events.After(what) } : this;
}
