using HilBench.TestKit.Vectors;

namespace HilBench.TestKit.Stories;

/// <summary>
/// A vector case as something a customer does: a meter, and the tokens typed on it in order, each with the answer the
/// meter must give. It is made from the vectors and docs/sts.md alone, so any meter can play it.
/// </summary>
/// <param name="Id">The id of the case, with a suffix where a case needs more than one meter.</param>
/// <param name="Case">The case it tells.</param>
/// <param name="Because">
/// Why an electricity meter answers otherwise than the "Accept" that the file notes for the token itself; else null.
/// </param>
public sealed record MeterStory(
    string Id, VectorCase Case, StoryMeter Meter, IReadOnlyList<StoryStep> Steps, string? Because)
{
    public override string ToString() => Id;
}

/// <summary>The meter as made.</summary>
/// <param name="From">What its key is derived from.</param>
/// <param name="Ken">KEN of its key.</param>
public sealed record StoryMeter(VectorKey From, byte Ken = 255)
{
    /// <summary>
    /// Credit of the meter where the case does not say it; not zero, so that losing it would be seen.
    /// </summary>
    public const long SomeCredit = 123;

    public long CreditUnits { get; init; } = SomeCredit;

    /// <summary>Null: as the profile allows.</summary>
    public long? MaxCreditUnits { get; init; }

    /// <summary>The whole store; null: nothing is old or used.</summary>
    public IReadOnlyList<int>? TidStore { get; init; }

    /// <summary>The maker's code; null: the one in the meter number.</summary>
    public int? Mfr { get; init; }

    public StoryKey Key => StoryKey.Of(From, From.Derive().ToHex(), Ken);
}

/// <summary>A token that is typed, the answer, and everything a person or a store can see afterwards.</summary>
/// <param name="Token">What is typed before Enter.</param>
/// <param name="Result">The name of the answer.</param>
/// <param name="Glass">The first line of the display in the words of the profile generic.</param>
/// <param name="GlassBelow">The second line; null where it says what no vector knows.</param>
public sealed record StoryStep(
    string Token, string Result, string Glass, string? GlassBelow, long CreditUnits, StoryKey Key, bool SwitchClosed);

/// <summary>The key a meter holds and what it tells about it.</summary>
public sealed record StoryKey(string Hex, int Ea, int Krn, int Kt, string Ti, string Sgc, byte Ken)
{
    public static StoryKey Of(VectorKey from, string hex, byte ken) =>
        new(hex, from.Ea, from.Krn, from.Kt, from.Ti, from.Sgc, ken);
}
