using System.Globalization;
using System.Numerics;
using HilBench.TestKit.Vectors;

namespace HilBench.TestKit.Stories;

/// <summary>Class 1: the same token works on any meter of the maker it names, 0 being every maker.</summary>
internal static class TestTokenStories
{
    private const string NothingBehindIt = "an extended read, and this model has nothing behind any index";
    private const int AnyMaker = 42;

    public static IEnumerable<MeterStory> Of(TestTokenCase c)
    {
        var maker = c.Mfr == 0 ? AnyMaker : c.Mfr;
        if (c.Sub == 2)
            yield return On(c.Id, c, maker).Refused(c.Token, "FunctionError").End(NothingBehindIt);
        else
            yield return Taken(On(c.Id, c, maker), c);
        if (c.Mfr != 0)
            yield return On($"{c.Id} elsewhere", c, maker == 1 ? 2 : maker - 1).Refused(c.Token,
                "MfrCodeError").End("another maker");
    }

    /// <summary>Test tokens have no TID, so they are answered each time they are typed.</summary>
    private static MeterStory Taken(Telling told, TestTokenCase c)
    {
        var below = Readout(BitOperations.TrailingZeroCount(c.Control) + 1, told.Meter);
        return told.Accepted(c.Token, below).Accepted(c.Token, below).End();
    }

    /// <summary>What the lowest of the tests asked for shows, where the standard says it; else null.</summary>
    private static string? Readout(int test, StoryMeter meter) => test switch
    {
        4 => meter.Key.Krn.ToString(CultureInfo.InvariantCulture),
        5 => meter.Key.Ti,
        14 => meter.Key.Ea.ToString("D2", CultureInfo.InvariantCulture),
        16 => meter.Key.Sgc,
        17 => meter.Key.Ken.ToString(CultureInfo.InvariantCulture),
        18 => meter.From.Pan[6..17],
        _ => null,
    };

    private static Telling On(string id, TestTokenCase c, int maker) =>
        new(id, c, new StoryMeter(PlainMeter.Key) { Mfr = maker });
}
