using SeededRandom = HilBench.Chips.SeededRandom;

namespace HilBench.Campaign.Houses;

/// <summary>
/// What is left to chance in one house. Each matter has numbers of its own, so that a plan in which people slip more
/// often sells the same tokens on the same days.
/// </summary>
internal sealed class Chance(ulong seed, long meter)
{
    private const double Unit = 1.0 / (1UL << 53);

    public SeededRandom Home { get; } = Stream(seed, meter, 1);

    public SeededRandom Buying { get; } = Stream(seed, meter, 2);

    public SeededRandom Message { get; } = Stream(seed, meter, 3);

    public SeededRandom Typing { get; } = Stream(seed, meter, 4);

    public SeededRandom Desk { get; } = Stream(seed, meter, 5);

    /// <summary>A number from 0 up to and without 1.</summary>
    public static double Next(SeededRandom from) => (from.Next() >> 11) * Unit;

    public static bool Happens(SeededRandom from, double share) => Next(from) < share;

    /// <summary>A span of which many are short and few long, with this mean.</summary>
    public static double Span(SeededRandom from, double mean) => -Math.Log(1 - Next(from)) * mean;

    /// <summary>Numbers of SplitMix64 from seeds that differ in a bit have nothing to do with each other.</summary>
    private static SeededRandom Stream(ulong seed, long meter, ulong matter)
    {
        unchecked
        {
            var own = new SeededRandom(seed).Next() ^ ((ulong)meter * 0x9E3779B97F4A7C15UL);
            return new SeededRandom(new SeededRandom(own).Next() + (matter * 0xD1342543DE82EF95UL));
        }
    }
}
