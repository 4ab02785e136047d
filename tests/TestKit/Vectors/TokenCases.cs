using System.Globalization;
using System.Text.Json.Serialization;

namespace HilBench.TestKit.Vectors;

/// <summary>A case whose key fields stand beside the token fields.</summary>
public abstract record KeyedCase : VectorCase
{
    public required int Dkga { get; init; }

    public required int Ea { get; init; }

    public required string Vk { get; init; }

    public required string Pan { get; init; }

    public required string Sgc { get; init; }

    public required string Ti { get; init; }

    public required int Krn { get; init; }

    public required int Kt { get; init; }

    public required int Base { get; init; }

    public required int Cls { get; init; }

    public required int Sub { get; init; }

    /// <summary>UTC, "2024-06-22 11:36:00"; absent where a TID is given as it is.</summary>
    public string? IssueTime { get; init; }

    public required int Tid { get; init; }

    /// <summary>The 16-bit field in hex.</summary>
    [JsonPropertyName("value16")]
    public required string ValueHex { get; init; }

    /// <summary>The derived key in hex.</summary>
    public required string DecoderKey { get; init; }

    /// <summary>The 20 digits.</summary>
    public required string Token { get; init; }

    [JsonIgnore]
    public VectorKey Key => new()
    {
        Dkga = Dkga, Ea = Ea, Vk = Vk, Pan = Pan, Sgc = Sgc, Ti = Ti, Krn = Krn, Kt = Kt, Base = Base,
    };

    [JsonIgnore]
    public ushort Value => ushort.Parse(ValueHex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    [JsonIgnore]
    public DateTime? Issued => IssueTime is null
        ? null
        : DateTime.ParseExact(
            IssueTime,
            "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}

/// <summary>Kinds "credit" and "special_tid": electricity, water, gas, time.</summary>
public sealed record CreditCase : KeyedCase
{
    public required int Rnd { get; init; }

    public required long Units { get; init; }
}

/// <summary>Kind "currency".</summary>
public sealed record CurrencyCase : KeyedCase
{
    [JsonPropertyName("s_and_e")]
    public required int SignAndExponent { get; init; }

    [JsonPropertyName("units_1e5")]
    public required string Units { get; init; }
}

/// <summary>Kind "management": class 2 with a TID.</summary>
public sealed record ManagementCase : KeyedCase
{
    public required int Rnd { get; init; }
}

/// <summary>Kind "kct": a whole set of key change tokens.</summary>
public sealed record KeyChangeCase : VectorCase
{
    public required int Ea { get; init; }

    public required VectorKey Old { get; init; }

    public required VectorKey New { get; init; }

    public required byte Ken { get; init; }

    public required int Ro { get; init; }

    [JsonPropertyName("three_kct")]
    public required bool ThreeTokens { get; init; }

    public required string OldKey { get; init; }

    public required string NewKey { get; init; }

    public required IReadOnlyList<string> Tokens { get; init; }
}

/// <summary>Kind "class1": test tokens, in the clear.</summary>
public sealed record TestTokenCase : VectorCase
{
    public required int Cls { get; init; }

    public required int Sub { get; init; }

    [JsonPropertyName("control")]
    public required string ControlHex { get; init; }

    public int? ControlBits { get; init; }

    public int Mfr { get; init; }

    public string? MfrEncoding { get; init; }

    /// <summary>What a public notice says the token does.</summary>
    public string? Meaning { get; init; }

    public required string Token { get; init; }

    [JsonIgnore]
    public ulong Control => ulong.Parse(ControlHex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
