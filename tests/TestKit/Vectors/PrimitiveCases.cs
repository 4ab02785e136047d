using System.Globalization;
using System.Text.Json.Serialization;

namespace HilBench.TestKit.Vectors;

/// <summary>Kinds "misty1" and "des": one block under one key, all in hex.</summary>
public sealed record BlockCase : VectorCase
{
    public required string Key { get; init; }

    public required string Plain { get; init; }

    public required string Cipher { get; init; }
}

/// <summary>Kind "crc".</summary>
public sealed record CrcCase : VectorCase
{
    [JsonPropertyName("input_hex")]
    public required string Input { get; init; }

    public required string Crc { get; init; }
}

/// <summary>Kind "sta_block": the worked example of the standard, from block to digits.</summary>
public sealed record StaBlockCase : VectorCase
{
    public required string DecoderKey { get; init; }

    public required string DataBlock { get; init; }

    public required string CipherBlock { get; init; }

    [JsonPropertyName("token66_hex")]
    public required string TokenBits { get; init; }

    public required string Token { get; init; }
}

/// <summary>Reads the hex numbers of the files.</summary>
public static class Hex
{
    public static ulong U64(string hex) =>
        ulong.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    public static UInt128 U128(string hex) =>
        UInt128.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
