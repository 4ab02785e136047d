using HilBench.Meter;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.RigFiles.Script;

/// <summary>The first line of a script: the meter as made, and the profile it follows.</summary>
/// <param name="ProfileName">A name or file; null leaves the choice to the command line.</param>
/// <param name="CreditUnits">In the unit the profile counts: 0.1 kWh, or 0.00001 of its currency.</param>
/// <param name="MaxCreditUnits">The most the credit register holds; null leaves that to the profile.</param>
public sealed record MeterLine(
    KeyFields Key, KeyExpiry Expiry, string? ProfileName, long CreditUnits, long? MaxCreditUnits,
    IReadOnlyList<int>? TidStore, int? ManufacturerCode)
{
    /// <summary>The most that the credit register of any profile can hold.</summary>
    private const long MostUnits = 999_999_999;
    private const int MostMakers = 9999;

    private static readonly string[] Known =
        [.. KeyFields.Names, "ken", "profile", "creditUnits", "maxCreditUnits", "tidStore", "mfr"];

    /// <exception cref="BadLineException">The line does not describe a meter.</exception>
    public static MeterLine Read(JsonFields line)
    {
        line.Allow("meter");
        var meter = line.Object("meter");
        meter.Allow(Known);
        return new MeterLine(
            KeyFields.Read(meter),
            new KeyExpiry((byte)(meter.HasValue("ken") ? meter.Whole("ken", 0, 255) : 255)),
            meter.HasValue("profile") ? meter.Text("profile") : null,
            meter.HasValue("creditUnits") ? meter.Whole("creditUnits", 0, MostUnits) : 0,
            meter.HasValue("maxCreditUnits") ? meter.Whole("maxCreditUnits", 0, MostUnits) : null,
            meter.HasValue("tidStore") ? Tids(meter) : null,
            meter.HasValue("mfr") ? meter.Whole("mfr", 0, MostMakers) : null);
    }

    /// <summary>The profile, with the settings that this line changes.</summary>
    public MeterProfile Adjust(MeterProfile profile) =>
        MaxCreditUnits is { } most ? profile.WithMost(most) : profile;

    public MeterRegisters AsMade(MeterProfile profile)
    {
        var p = Key.Parameters;
        var key = new MeterKey(Key.Key, p.Krn, p.KeyType, p.Ti, p.Sgc, Expiry);
        var tids = TidStore is { } list
            ? Meter.TidStore.Holding(profile.TidStoreSize, [.. list])
            : Meter.TidStore.Empty(profile.TidStoreSize);
        var made = MeterRegisters.AsMade(
            p.Pan, key, tids, CreditRegister.Of(CreditUnits, profile.Accounting.Scale));
        return ManufacturerCode is { } code ? made with { ManufacturerCode = code } : made;
    }

    private static IReadOnlyList<int> Tids(JsonFields meter)
    {
        var tids = meter.Wholes("tidStore");
        if (tids.Count > StoredRecord.MostTids)
            throw meter.Bad("tidStore", $"{tids.Count} TIDs do not fit, at most {StoredRecord.MostTids} do");
        return tids.All(tid => tid is >= 0 and <= TokenIdentifier.LargestValue)
            ? tids
            : throw meter.Bad("tidStore", $"a TID is 0 to {TokenIdentifier.LargestValue}");
    }
}
