using HilBench.TestKit.Vectors;
using HilBench.Tokens;

namespace HilBench.TestKit.Stories;

/// <summary>
/// The negative cases. The files say in words what they expect. Each wording is known here; an unknown one is an error.
/// </summary>
internal static class RefusalStories
{
    private static readonly string[] Plain =
    [
        "OldError", "UsedError", "CRCError", "KeyExpiredError", "OverflowError", "FunctionError", "RangeError",
        "DDTKError", "MfrCodeError",
    ];

    public static MeterStory Of(NegativeCase c)
    {
        var told = new Telling(c.Id, c, MeterOf(c));
        foreach (var result in Tell(told, c)) told.Refused(c.Tokens[0], result);
        return told.End();
    }

    /// <summary>Tells what is more than a refusal, and hands out the refusals of the (first) token.</summary>
    private static IEnumerable<string> Tell(Telling told, NegativeCase c)
    {
        var tokens = c.Tokens;
        switch (c.Expect)
        {
            case { } plain when Plain.Contains(plain):
                return [plain, plain];
            case "Accept":
                told.Credited(tokens[0], UnitsOf(c));
                return ["UsedError"];
            case "first Accept then UsedError":
                told.Credited(tokens[0], UnitsOf(c));
                return Enumerable.Repeat("UsedError", (c.Repeat ?? 1) - 1);
            case "CRCError or class-dependent reject":
                return [IsReservedClass(tokens[0]) ? "FormatError" : "CRCError"];
            case "reject (FunctionError/FormatError; class 3 reserved)":
                return ["FormatError"];
            case "CRCError for any key with overwhelming probability":
                return ["CRCError"];
            case { } words when words.StartsWith("FormatError: ", StringComparison.Ordinal):
                return ["FormatError"];
            default:
                KeyChange(told, c);
                return [];
        }
    }

    private static void KeyChange(Telling told, NegativeCase c)
    {
        var tokens = c.Tokens;
        var size = told.Meter.From.Ea == 11 ? 4 : 2;
        switch (c.Expect)
        {
            case "KeyTypeError on completion":
                told.Set(tokens, told.Meter.Key, last: "KeyTypeError");
                break;
            case "1stKCT indication, key unchanged":
                told.Half(tokens[0], section: 1, awaited: 2);
                break;
            case "Accept, key changed, TID store cleared (RO=1)":
                told.Set([.. tokens.Reverse()], Enumerable.Range(1, size).Reverse(), Target(c, tokens.Reverse()));
                break;
            case "first set Accept; second set CRCError" or "set Accept; credit CRCError":
                told.Set([.. tokens.Take(size)], Target(c, tokens.Take(size)));
                foreach (var token in tokens.Skip(size)) told.Refused(token, "CRCError");
                break;
            default:
                throw new NotSupportedException($"{c.Id}: nobody knows what \"{c.Expect}\" asks of a meter.");
        }
    }

    private static StoryMeter MeterOf(NegativeCase c) => new(c.Meter ?? PlainMeter.Key, c.MeterKen ?? 255)
    {
        CreditUnits = c.MeterCreditUnits ?? StoryMeter.SomeCredit,
        MaxCreditUnits = c.MeterCreditMaxUnits,
        TidStore = c.MeterTidStore ?? (c.MeterTidStoreMin is { } smallest ? [smallest] : null),
        Mfr = c.MeterMfr,
    };

    /// <summary>
    /// These cases give the new key but not its fields. The fields are read from the set by the token code, which
    /// tests/Tokens.Tests tests.
    /// </summary>
    private static StoryKey Target(NegativeCase c, IEnumerable<string> printed)
    {
        var set = printed.Select(token => Read(c, token)).ToArray();
        var (first, second) = ((FirstSection)set[0], (SecondSection)set[1]);
        var group = set is [_, _, ThirdSection low, FourthSection high] ? (high.SgcHigh << 12) | low.SgcLow : 0;
        return new StoryKey(
            c.NewKey ?? throw new NotSupportedException($"{c.Id}: no new key."),
            c.Meter!.Ea, first.KrnField, (int)first.KeyType, $"{second.TiField:00}", $"{group:000000}",
            (byte)((first.KenHigh << 4) | second.KenLow));
    }

    private static long UnitsOf(NegativeCase c) =>
        TokenStories.UnitsOf(((CreditToken)Read(c, c.Tokens[0])).Amount.Code);

    private static Token Read(NegativeCase c, string token)
    {
        var key = c.Meter!.Derive();
        TokenReader.TryRead(TokenNumber.Parse(token), key, StaTables.Sample, out Token? read);
        return read ?? throw new NotSupportedException($"{c.Id}: {token} is not under the meter's key.");
    }

    /// <summary>Bits 28 and 27 of the number are the class, whatever the key.</summary>
    private static bool IsReservedClass(string digits) => ((UInt128.Parse(digits, null) >> 27) & 3) == 3;
}
