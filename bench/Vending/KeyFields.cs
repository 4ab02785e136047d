using HilBench.Tokens;

namespace HilBench.Vending;

/// <summary>The key fields of a line: what a decoder key is derived from, the vending key included.</summary>
public sealed record KeyFields(KeyParameters Parameters, DecoderKey Key)
{
    /// <summary>Their names, in the order in which docs/vend-and-decode.md lists them.</summary>
    public static IReadOnlyList<string> Names => NameList;

    internal static readonly string[] NameList = ["ea", "dkga", "vk", "pan", "sgc", "ti", "krn", "kt", "base"];

    /// <exception cref="BadLineException">A field is missing or wrong, or they do not go together.</exception>
    public static KeyFields Read(JsonFields line) => Read(line, DeriverOf);

    /// <summary>The same, with derivers that may be kept for the next line.</summary>
    internal static KeyFields Read(JsonFields line, FindDeriver deriverOf)
    {
        var algorithm = Algorithm(line);
        var derivation = Derivation(line);
        var parameters = new KeyParameters(
            Pan(line),
            SupplyGroupCode.TryParse(line.Text("sgc"), out var sgc) ? sgc : throw line.Bad("sgc", "must be six digits"),
            TariffIndex.TryParse(line.Text("ti"), out var ti) ? ti : throw line.Bad("ti", "must be two digits"),
            new KeyRevision(line.Whole("krn", 1, 9)),
            (KeyType)line.Whole("kt", 0, 3),
            Base(line),
            algorithm,
            derivation);
        if (deriverOf(line.Text("vk"), out var reason) is not { } deriver)
            throw line.Bad("vk", reason!);
        return deriver.TryDerive(parameters, out var key, out reason)
            ? new KeyFields(parameters, key)
            : throw line.Bad(WhereFrom(reason!), reason!);
    }

    private static DecoderKeyDeriver? DeriverOf(string hex, out string? reason) =>
        VendingKey.TryParse(hex, out var key, out reason) ? new DecoderKeyDeriver(key!) : null;

    private static EncryptionAlgorithm Algorithm(JsonFields line) => line.Whole("ea", 0, 99) switch
    {
        7 => EncryptionAlgorithm.Ea07,
        11 => EncryptionAlgorithm.Ea11,
        9 => throw line.Bad("ea", "EA09 (DES) is withdrawn; 7 or 11 are allowed"),
        var other => throw line.Bad("ea", $"{other} is no encryption algorithm; 7 or 11 are allowed"),
    };

    private static KeyDerivation Derivation(JsonFields line) => line.Whole("dkga", 0, 99) switch
    {
        1 => throw line.Bad("dkga", "DKGA01 is withdrawn; 2, 3 or 4 are allowed"),
        2 => KeyDerivation.Dkga02,
        3 => KeyDerivation.Dkga03,
        4 => KeyDerivation.Dkga04,
        var other => throw line.Bad("dkga", $"{other} is not a key derivation; 2, 3 or 4 are allowed"),
    };

    private static MeterPan Pan(JsonFields line) =>
        MeterPan.TryParse(line.Text("pan"), out var pan, out var reason) ? pan! : throw line.Bad("pan", reason!);

    private static BaseDate Base(JsonFields line) =>
        BaseDates.TryFrom(line.Whole("base", 0, 9999), out var baseDate)
            ? baseDate
            : throw line.Bad("base", "must be 1993, 2014 or 2035");

    /// <summary>Which field to point at when the parts do not go together.</summary>
    private static string WhereFrom(string reason) =>
        reason.Contains("vending key", StringComparison.Ordinal) ? "vk"
        : reason.Contains("EA11", StringComparison.Ordinal) ? "ea"
        : "kt";
}

/// <summary>Finds the deriver for a vending key in hex digits; null and a reason when they are not a key.</summary>
internal delegate DecoderKeyDeriver? FindDeriver(string hex, out string? reason);
