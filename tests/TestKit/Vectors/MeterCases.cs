using System.Text.Json.Serialization;

namespace HilBench.TestKit.Vectors;

/// <summary>Kind "negative": tokens that a meter in a given state must refuse, or answer in a given way.</summary>
public sealed record NegativeCase : VectorCase
{
    /// <summary>What is wrong, in words: "one digit wrong", "TID equal to stored".</summary>
    public required string Case { get; init; }

    /// <summary>Null where the case needs no meter: malformed digits, class 1.</summary>
    public VectorKey? Meter { get; init; }

    public string? MeterKey { get; init; }

    /// <summary>KEN of the meter's key; 255 when the case does not say.</summary>
    public byte? MeterKen { get; init; }

    public int? MeterMfr { get; init; }

    /// <summary>The whole TID store.</summary>
    public IReadOnlyList<int>? MeterTidStore { get; init; }

    /// <summary>The smallest TID in the store, where only that matters.</summary>
    public int? MeterTidStoreMin { get; init; }

    public long? MeterCreditMaxUnits { get; init; }

    public long? MeterCreditUnits { get; init; }

    /// <summary>One token, or several in the order they are typed.</summary>
    [JsonPropertyName("token")]
    [JsonConverter(typeof(OneOrManyConverter))]
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>How often the token is typed; once when the case does not say.</summary>
    public int? Repeat { get; init; }

    public int? Tid { get; init; }

    /// <summary>The key the token was made under, where it is not the meter's.</summary>
    public VectorKey? TokenKeyParams { get; init; }

    /// <summary>The undamaged token.</summary>
    public string? Original { get; init; }

    public string? NewKey { get; init; }
}

/// <summary>Kind "scenario": one meter, many tokens in order.</summary>
public sealed record ScenarioCase : VectorCase
{
    public required string Case { get; init; }

    public required VectorKey Meter { get; init; }

    public required string MeterKey { get; init; }

    public required VectorKey New { get; init; }

    public required string NewKey { get; init; }

    public required byte Ken { get; init; }

    public required IReadOnlyList<ScenarioStep> Steps { get; init; }

    /// <summary>The three-token form of the same key change.</summary>
    [JsonPropertyName("alt_three_kct")]
    public required IReadOnlyList<string> ThreeTokenForm { get; init; }

    /// <summary>How a meter that missed the change answers a token of the old key.</summary>
    [JsonPropertyName("alt_not_rolled_over")]
    public required ScenarioStep NotRolledOver { get; init; }
}

/// <summary>A token that is typed, and the answer the meter must give.</summary>
public sealed record ScenarioStep
{
    public required string Token { get; init; }

    public required string Expect { get; init; }

    public long? CreditUnitsAfter { get; init; }

    public int? Tid { get; init; }

    public string? Note { get; init; }
}
