using HilBench.TestKit.Vectors;

namespace HilBench.TestKit.Stories;

/// <summary>All vector cases that a meter can be tested with, as stories.</summary>
public static class MeterStories
{
    private static readonly Lazy<IReadOnlyList<MeterStory>> AllStories =
        new(() => [.. VectorFile.All.SelectMany(Of)]);

    public static IReadOnlyList<MeterStory> All => AllStories.Value;

    public static MeterStory ById(string id) => All.Single(story => story.Id == id);

    /// <summary>Why no meter can be tested with a case; null when there is a story.</summary>
    public static string? WhyNot(VectorCase vector) => vector switch
    {
        BlockCase => "one block of a cipher (tests/Tokens.Tests)",
        CrcCase => "a checksum alone (tests/Tokens.Tests)",
        StaBlockCase => "a block of the standard's example: its data is no token a meter knows (tests/Tokens.Tests)",
        _ => null,
    };

    /// <summary>What an amount code stands for, in units of the token: 0.1 kWh, or 1 W.</summary>
    public static long UnitsOf(int amountCode) => TokenStories.UnitsOf(amountCode);

    /// <summary>The order in which a set is typed; 1 is the section printed first.</summary>
    public static MeterStory ChangeInOrder(KeyChangeCase c, IEnumerable<int> order) =>
        TokenStories.ChangeInOrder(c, order);

    /// <exception cref="NotSupportedException">There is no story for cases of this kind.</exception>
    public static IEnumerable<MeterStory> Of(VectorCase vector) => vector switch
    {
        _ when WhyNot(vector) is not null => [],
        CreditCase c => [TokenStories.Credit(c)],
        CurrencyCase c => [TokenStories.Currency(c)],
        ManagementCase c => [TokenStories.Management(c)],
        KeyChangeCase c => [TokenStories.KeyChange(c)],
        TestTokenCase c => TestTokenStories.Of(c),
        NegativeCase c => [RefusalStories.Of(c)],
        ScenarioCase c => ScenarioStories.Of(c),
        _ => throw new NotSupportedException($"{vector.Id}: kind \"{vector.Kind}\" has no story."),
    };
}
