using System.Globalization;
using HilBench.Input;
using HilBench.Meter;
using HilBench.RigFiles;
using HilBench.Tokens;

namespace HilBench.Scenarios.World;

/// <summary>
/// The table of <c>Given a meter with:</c>, read before anything runs. Each row is one change to the default meter. A
/// profile is read from its file here and never again, so editing the file during a run changes no scenario.
/// </summary>
public sealed class MeterSettings
{
    private static readonly Dictionary<string, Func<string, Func<MeterDescription, MeterDescription>>> Rows = new()
    {
        ["meter number"] = Row(PanOf, (meter, pan) => meter with { Pan = pan }),
        ["supply group"] = Row(GroupOf, (meter, group) => meter with { SupplyGroup = group }),
        ["tariff index"] = Row(TariffOf, (meter, index) => meter with { TariffIndex = index }),
        ["key revision"] = Row(RevisionOf, (meter, revision) => meter with { Revision = revision }),
        ["key type"] = Row(KeyTypeOf, (meter, type) => meter with { KeyType = type }),
        ["key expiry"] = Row(ExpiryOf, (meter, expiry) => meter with { Expiry = expiry }),
        ["base date"] = Row(BaseDateOf, (meter, baseDate) => meter with { BaseDate = baseDate }),
        ["encryption"] = Row(EncryptionOf, (meter, encryption) => meter with { Encryption = encryption }),
        ["key derivation"] = Row(DerivationOf, (meter, derivation) => meter with { Derivation = derivation }),
        ["vending key"] = Row(VendingKey.Parse, (meter, key) => meter with { VendingKey = key }),
        ["profile"] = Row(ProfileOf, (meter, profile) => meter with { Profile = profile }),
        ["manufactured"] = Row(UtcTime.Parse, (meter, time) => meter with { Manufactured = time }),
    };

    private readonly IReadOnlyList<Func<MeterDescription, MeterDescription>> _changes;
    private readonly bool _saysDerivation;

    private MeterSettings(IReadOnlyList<Func<MeterDescription, MeterDescription>> changes, bool saysDerivation) =>
        (_changes, _saysDerivation) = (changes, saysDerivation);

    /// <exception cref="FormatException">
    /// A row names no setting, or gives it a value it cannot have, or there is no row.
    /// </exception>
    public static MeterSettings Of(IEnumerable<(string Name, string Value)> rows)
    {
        var changes = new List<Func<MeterDescription, MeterDescription>>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in rows)
        {
            if (!Rows.TryGetValue(name, out var row))
            {
                throw new FormatException($"a meter has no \"{Excerpt.Of(name)}\"; "
                    + $"{NearestName.Question(name, Rows.Keys)}allowed: {string.Join(", ", Rows.Keys)}");
            }

            if (!said.Add(name)) throw new FormatException($"\"{name}\" stands in the table twice");
            try
            {
                changes.Add(row(value));
            }
            catch (FormatException wrong)
            {
                throw new FormatException($"{name}: {Short(wrong.Message, value)}", wrong);
            }
        }

        if (changes.Count == 0)
            throw new FormatException("the table has no row under its columns, so it changes nothing");
        return new MeterSettings(changes, said.Contains("key derivation"));
    }

    public MeterDescription Apply(MeterDescription meter)
    {
        foreach (var change in _changes) meter = change(meter);
        // DKGA02 makes 64-bit keys only, so a meter with EA11 that says no more can only mean DKGA04.
        return meter is { Encryption: EncryptionAlgorithm.Ea11, Derivation: KeyDerivation.Dkga02 } && !_saysDerivation
            ? meter with { Derivation = KeyDerivation.Dkga04 }
            : meter;
    }

    public static KeyRevision RevisionOf(string text) => new(Number("a key revision", text, 1, 9));

    public static BaseDate BaseDateOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && BaseDates.TryFrom(year, out var baseDate)
            ? baseDate
            : throw new FormatException($"a base date must be 1993, 2014 or 2035, not \"{Excerpt.Of(text)}\"");

    /// <summary>The value is read here; the change it makes is applied when the scenario runs.</summary>
    private static Func<string, Func<MeterDescription, MeterDescription>> Row<T>(
        Func<string, T> read, Func<MeterDescription, T, MeterDescription> change) => text =>
    {
        var value = read(text);
        return meter => change(meter, value);
    };

    public static MeterProfile ProfileOf(string nameOrFile)
    {
        try
        {
            return ProfileFiles.Load(nameOrFile);
        }
        catch (SettingsException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    private static MeterPan PanOf(string text) =>
        text.Length == MeterPan.DigitCount ? MeterPan.Parse(text) : MeterPan.FromDrn(text);

    private static SupplyGroupCode GroupOf(string text) => SupplyGroupCode.Parse(text);

    private static TariffIndex TariffOf(string text) => TariffIndex.Parse(text);

    private static KeyExpiry ExpiryOf(string text) => new((byte)Number("a key expiry", text, 0, 255));

    public static KeyType KeyTypeOf(string text) => text.ToUpperInvariant() switch
    {
        "DITK" or "0" => KeyType.Ditk,
        "DDTK" or "1" => KeyType.Ddtk,
        "DUTK" or "2" => KeyType.Dutk,
        "DCTK" or "3" => KeyType.Dctk,
        _ => throw new FormatException($"a key type must be DITK, DDTK, DUTK or DCTK (0 to 3), not \"{text}\""),
    };

    private static EncryptionAlgorithm EncryptionOf(string text) => text.ToUpperInvariant() switch
    {
        "EA07" => EncryptionAlgorithm.Ea07,
        "EA11" => EncryptionAlgorithm.Ea11,
        "EA09" => throw new FormatException("EA09 has been withdrawn; allowed: EA07 and EA11"),
        _ => throw new FormatException($"the encryption must be EA07 or EA11, not \"{text}\""),
    };

    private static KeyDerivation DerivationOf(string text) => text.ToUpperInvariant() switch
    {
        "DKGA02" => KeyDerivation.Dkga02,
        "DKGA03" => KeyDerivation.Dkga03,
        "DKGA04" => KeyDerivation.Dkga04,
        "DKGA01" => throw new FormatException("DKGA01 has been withdrawn; allowed: DKGA02, DKGA03 and DKGA04"),
        _ => throw new FormatException($"a key derivation must be DKGA02, DKGA03 or DKGA04, not \"{text}\""),
    };

    /// <summary>The value is told by whoever read it: a long one only by its ends.</summary>
    private static string Short(string message, string value)
    {
        var told = Excerpt.Of(value);
        return told == value ? message : message.Replace(value, told, StringComparison.Ordinal);
    }

    private static int Number(string what, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? number
            : throw new FormatException(
                $"{what} must be a whole number from {least} to {most}, not \"{Excerpt.Of(text)}\"");
}
