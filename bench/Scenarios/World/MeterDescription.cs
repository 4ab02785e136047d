using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Scenarios.World;

/// <summary>
/// The meter a scenario speaks of; what it does not say is the default world of features/glossary.md.
/// </summary>
public sealed record MeterDescription
{
    public MeterPan Pan { get; init; } = MeterPan.Parse("600727000000000009");

    public SupplyGroupCode SupplyGroup { get; init; } = SupplyGroupCode.Parse("123456");

    public TariffIndex TariffIndex { get; init; } = TariffIndex.Parse("01");

    public KeyRevision Revision { get; init; } = new(1);

    public KeyType KeyType { get; init; } = KeyType.Dutk;

    public KeyExpiry Expiry { get; init; } = KeyExpiry.Never;

    public BaseDate BaseDate { get; init; } = BaseDate.Year1993;

    public EncryptionAlgorithm Encryption { get; init; } = EncryptionAlgorithm.Ea07;

    public KeyDerivation Derivation { get; init; } = KeyDerivation.Dkga02;

    public VendingKey? VendingKey { get; init; }

    /// <summary>As read when the table was; null = the profile of the rig.</summary>
    public MeterProfile? Profile { get; init; }

    public DateTime Manufactured { get; init; } = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Of a meter that counts energy.</summary>
    public EnergyAmount Credit { get; init; }

    /// <summary>Of a meter that counts money.</summary>
    public MoneyAmount Money { get; init; }

    public bool TamperLatched { get; init; }

    /// <summary>False = delivered out of service; only where the profile says how that ends.</summary>
    public bool IsCommissioned { get; init; } = true;

    public KeyParameters Key =>
        new(Pan, SupplyGroup, TariffIndex, Revision, KeyType, BaseDate, Encryption, Derivation);

    /// <summary>The default meter of a rig: the one it has, or that of the default world.</summary>
    public static MeterDescription Of(RigPlan plan)
    {
        if (plan.FixedMeter is not { } meter) return new MeterDescription();
        var key = meter.Key;
        return new MeterDescription
        {
            Pan = key.Pan,
            SupplyGroup = key.Sgc,
            TariffIndex = key.Ti,
            Revision = key.Krn,
            KeyType = key.KeyType,
            BaseDate = key.BaseDate,
            Encryption = key.Algorithm,
            Derivation = key.Derivation,
            VendingKey = meter.Vending,
        };
    }

    private CreditRegister RegisterOf(MeterProfile profile)
    {
        var isMoney = profile.Accounting.IsCurrency;
        if (isMoney && Credit != EnergyAmount.Zero)
            throw new FeatureMistakeException($"a meter of profile \"{profile.Name}\" counts money and holds no kWh");
        if (!isMoney && Money != default)
            throw new FeatureMistakeException($"a meter of profile \"{profile.Name}\" counts kWh and holds no money");
        var units = isMoney ? Money.Units : Credit.TenthsOfKwh;
        if (units <= profile.MostUnits) return CreditRegister.Of(units, profile.Accounting.Scale);
        var (most, asked) = (profile.Accounting.Text(profile.MostUnits), profile.Accounting.Text(units));
        throw new FeatureMistakeException(
            $"a meter of profile \"{profile.Name}\" holds {most} at most, not {asked}");
    }

    /// <summary>
    /// The registers the factory would give this meter, its TID store full of the manufacturing date.
    /// </summary>
    public MeterRegisters AsMade(VendingStation station, MeterProfile profile)
    {
        var key = new MeterKey(station.KeyOf(Key), Revision, KeyType, TariffIndex, SupplyGroup, Expiry);
        // A meter made before its base date has no TID for that day: nothing is older than its first token.
        var tids = Manufactured < BaseDate.Start()
            ? TidStore.Empty(profile.TidStoreSize)
            : TidStore.AsMade(profile.TidStoreSize, TokenIdentifier.From(Manufactured, BaseDate));
        if (!IsCommissioned && profile.Commissioning is null)
            throw new FeatureMistakeException($"a meter of profile \"{profile.Name}\" is delivered commissioned");
        var made = MeterRegisters.AsMade(Pan, key, tids, RegisterOf(profile)) with
        {
            TamperLatched = TamperLatched,
            IsCommissioned = IsCommissioned,
        };
        return made with { LoadSwitch = SwitchRules.PositionFor(made, profile) };
    }
}
