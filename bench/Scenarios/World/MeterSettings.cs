using System.Globalization;
using HilBench.Rig.Files;
using HilBench.Tokens;

namespace HilBench.Scenarios.World;

/// <summary>
/// The table of <c>Given a meter with:</c>, read before anything runs. Each row is one change to the default meter.
/// </summary>
public sealed class MeterSettings
{
    private static readonly Dictionary<string, Func<MeterDescription, string, MeterDescription>> Rows = new()
    {
        ["meter number"] = (meter, text) => meter with { Pan = PanOf(text) },
        ["supply group"] = (meter, text) => meter with { SupplyGroup = SupplyGroupCode.Parse(text) },
        ["tariff index"] = (meter, text) => meter with { TariffIndex = TariffIndex.Parse(text) },
        ["key revision"] = (meter, text) => meter with { Revision = RevisionOf(text) },
        ["key type"] = (meter, text) => meter with { KeyType = KeyTypeOf(text) },
        ["key expiry"] = (meter, text) => meter with { Expiry = new KeyExpiry((byte)Number(text, 0, 255)) },
        ["base date"] = (meter, text) => meter with { BaseDate = BaseDateOf(text) },
        ["encryption"] = (meter, text) => meter with { Encryption = EncryptionOf(text) },
        ["key derivation"] = (meter, text) => meter with { Derivation = DerivationOf(text) },
        ["vending key"] = (meter, text) => meter with { VendingKey = VendingKey.Parse(text) },
        ["profile"] = (meter, text) => meter with { Profile = ProfileOf(text) },
        ["manufactured"] = (meter, text) => meter with { Manufactured = UtcTime.Parse(text) },
    };

    private readonly IReadOnlyList<(string Name, string Value)> _rows;

    private MeterSettings(IReadOnlyList<(string Name, string Value)> rows) => _rows = rows;

    /// <exception cref="FormatException">A row names no setting, or gives it a value it cannot have.</exception>
    public static MeterSettings Of(IEnumerable<(string Name, string Value)> rows)
    {
        var settings = new MeterSettings([.. rows]);
        foreach (var (name, value) in settings._rows)
        {
            if (!Rows.TryGetValue(name, out var apply))
                throw new FormatException($"a meter has no \"{name}\": allowed are {string.Join(", ", Rows.Keys)}");
            try
            {
                apply(new MeterDescription(), value);
            }
            catch (FormatException wrong)
            {
                throw new FormatException($"{name}: {wrong.Message}", wrong);
            }
        }

        return settings;
    }

    public MeterDescription Apply(MeterDescription meter)
    {
        foreach (var (name, value) in _rows) meter = Rows[name](meter, value);
        var saysDerivation = _rows.Any(row => row.Name == "key derivation");
        // DKGA02 makes 64-bit keys only, so a meter with EA11 that says no more can only mean DKGA04.
        return meter is { Encryption: EncryptionAlgorithm.Ea11, Derivation: KeyDerivation.Dkga02 } && !saysDerivation
            ? meter with { Derivation = KeyDerivation.Dkga04 }
            : meter;
    }

    public static KeyRevision RevisionOf(string text) => new(Number(text, 1, 9));

    public static BaseDate BaseDateOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && BaseDates.TryFrom(year, out var baseDate)
            ? baseDate
            : throw new FormatException($"\"{text}\" is no base date: 1993, 2014 and 2035 are");

    /// <summary>Read once before anything runs, so that a misspelt profile is found then.</summary>
    private static string ProfileOf(string nameOrFile)
    {
        try
        {
            ProfileFiles.Load(nameOrFile);
            return nameOrFile;
        }
        catch (SettingsException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    private static MeterPan PanOf(string text) =>
        text.Length == MeterPan.DigitCount ? MeterPan.Parse(text) : MeterPan.FromDrn(text);

    private static KeyType KeyTypeOf(string text) => text.ToUpperInvariant() switch
    {
        "DITK" or "0" => KeyType.Ditk,
        "DDTK" or "1" => KeyType.Ddtk,
        "DUTK" or "2" => KeyType.Dutk,
        "DCTK" or "3" => KeyType.Dctk,
        _ => throw new FormatException($"\"{text}\" is no key type: DITK, DDTK, DUTK and DCTK (0 to 3) are"),
    };

    private static EncryptionAlgorithm EncryptionOf(string text) => text.ToUpperInvariant() switch
    {
        "EA07" => EncryptionAlgorithm.Ea07,
        "EA11" => EncryptionAlgorithm.Ea11,
        "EA09" => throw new FormatException("EA09 is withdrawn: EA07 and EA11 are allowed"),
        _ => throw new FormatException($"\"{text}\" is no encryption: EA07 and EA11 are"),
    };

    private static KeyDerivation DerivationOf(string text) => text.ToUpperInvariant() switch
    {
        "DKGA02" => KeyDerivation.Dkga02,
        "DKGA03" => KeyDerivation.Dkga03,
        "DKGA04" => KeyDerivation.Dkga04,
        "DKGA01" => throw new FormatException("DKGA01 is withdrawn: DKGA02, DKGA03 and DKGA04 are allowed"),
        _ => throw new FormatException($"\"{text}\" is no key derivation: DKGA02, DKGA03 and DKGA04 are"),
    };

    private static int Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? number
            : throw new FormatException($"\"{text}\" is not a whole number from {least} to {most}");
}
