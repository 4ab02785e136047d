using HilBench.TestKit.Vectors;

namespace HilBench.TestKit.Stories;

/// <summary>Good tokens typed on the electricity meter they were made for.</summary>
internal static class TokenStories
{
    private const string NotThisMeter = "not a function of an electricity meter";
    private const string NotThisModel = "a function this model does not have";

    /// <summary>Amount codes are four bands, each ten times as coarse as the one before (docs/sts.md).</summary>
    public static long UnitsOf(int amountCode)
    {
        var (exponent, mantissa) = (amountCode >> 14, amountCode & 0x3FFF);
        return exponent switch
        {
            0 => mantissa,
            1 => 16384L + (10L * mantissa),
            2 => 180224L + (100L * mantissa),
            _ => 1818624L + (1000L * mantissa),
        };
    }

    public static MeterStory Credit(CreditCase c) => c.Sub == 0
        ? On(c).Credited(c.Token, UnitsOf(c.Value)).Refused(c.Token, "UsedError").End()
        : On(c).Refused(c.Token, "FunctionError").Refused(c.Token, "FunctionError").End(NotThisMeter);

    public static MeterStory Currency(CurrencyCase c) =>
        On(c).Refused(c.Token, "FunctionError").Refused(c.Token, "FunctionError").End(NotThisMeter);

    /// <summary>A register 1 to 7 exists, but in meters of other services (docs/sts.md, class 2).</summary>
    public static MeterStory Management(ManagementCase c) => c.Sub switch
    {
        0 or 5 => On(c).Accepted(c.Token).Refused(c.Token, "UsedError").End(),
        1 when c.Value is 0 or 0xFFFF => On(c).CreditCleared(c.Token).Refused(c.Token, "UsedError").End(),
        1 when c.Value is >= 1 and <= 7 => On(c).Refused(c.Token, "FunctionError").End(NotThisMeter),
        2 or 6 or 7 or 10 => On(c).Refused(c.Token, "FunctionError").End(NotThisModel),
        _ => throw new NotSupportedException($"{c.Id}: management sub-class {c.Sub} has no story."),
    };

    /// <summary>
    /// Types the set, and then the set again under its new key. After a set of two the supply group is unknown.
    /// </summary>
    public static MeterStory KeyChange(KeyChangeCase c)
    {
        var told = Before(c).Set(c.Tokens, Target(c));
        foreach (var token in c.Tokens) told.Refused(token, "CRCError");
        return told.End();
    }

    public static MeterStory ChangeInOrder(KeyChangeCase c, IEnumerable<int> order) =>
        Before(c).Set(c.Tokens, order, Target(c)).End();

    private static Telling Before(KeyChangeCase c) => new(c.Id, c, new StoryMeter(c.Old) { TidStore = [5000] });

    private static StoryKey Target(KeyChangeCase c)
    {
        var carriesGroup = c.Tokens.Count > 2;
        var key = StoryKey.Of(c.New, c.NewKey, c.Ken);
        return carriesGroup ? key : key with { Sgc = "000000" };
    }

    private static Telling On(KeyedCase c) => new(c.Id, c, new StoryMeter(c.Key));
}
