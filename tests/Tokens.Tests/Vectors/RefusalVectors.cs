using HilBench.TestKit.Vectors;

namespace HilBench.Tokens.Tests.Vectors;

/// <summary>
/// Cases about refusals. What the reader decides (digits, class, CRC) is checked here. A token that a *meter* must
/// refuse has to be readable here, so that the meter refuses it for the right reason.
/// </summary>
internal static class RefusalVectors
{
    private static readonly string[] BadCrc = ["wrong key: ", "bad CRC", "class 1 bad CRC"];

    public static bool IsDecidedByReader(NegativeCase c) =>
        c.Case is "format" or "class 3 reserved" or "one digit wrong" || ExpectsBadCrc(c);

    public static void Check(NegativeCase c)
    {
        var key = KeyOf(c);
        if (c.Case == "format")
            CheckFormat(c, key);
        else if (c.Case == "class 3 reserved")
            Assert.Equal(ReadResult.ReservedClass, Read(c.Tokens[0], key));
        else if (c.Case == "one digit wrong")
            CheckWrongDigit(c, key);
        else if (ExpectsBadCrc(c))
            CheckBadCrc(c, key);
        else
            CheckReadable(c, key);
    }

    public static void Check(ScenarioCase c)
    {
        var (oldKey, newKey) = (c.Meter.Derive(), c.New.Derive());
        Assert.Equal((c.MeterKey, c.NewKey), (oldKey.ToHex(), newKey.ToHex()));
        Assert.All(c.Steps, s => Assert.True(
            Read(s.Token, oldKey) == ReadResult.Ok ^ Read(s.Token, newKey) == ReadResult.Ok,
            $"{s.Token} belongs to one of the two keys"));

        Assert.Equal(c.ThreeTokenForm, Set(c, oldKey, newKey, threeTokens: true));
        var pair = Set(c, oldKey, newKey, threeTokens: false);
        Assert.Equal(new[] { c.Steps[3].Token, c.Steps[2].Token }, pair);

        Assert.Equal(ReadResult.Ok, TokenReader.TryRead(
            TokenNumber.Parse(c.NotRolledOver.Token), oldKey, StaTables.Sample, out Token? late));
        Assert.Equal(c.NotRolledOver.Tid, Assert.IsType<CreditToken>(late).Tid.Value);
    }

    private static IEnumerable<string> Set(ScenarioCase c, DecoderKey oldKey, DecoderKey newKey, bool threeTokens)
    {
        var set = KeyChangeSet.Create(
            newKey, c.New.ToParameters(), new KeyExpiry(c.Ken), rollOver: true, threeTokens);
        return KeyChangeSet.Write(set, oldKey, StaTables.Sample).Select(t => t.ToString());
    }

    private static void CheckFormat(NegativeCase c, DecoderKey key)
    {
        var isToken = TokenNumber.TryParse(c.Tokens[0], out var number);
        Assert.Equal(!c.Expect!.StartsWith("FormatError", StringComparison.Ordinal), isToken);
        if (isToken)
            Assert.Equal(ReadResult.CrcError, TokenReader.TryRead(number, key, StaTables.Sample, out ClearToken _));
    }

    private static void CheckWrongDigit(NegativeCase c, DecoderKey key)
    {
        Assert.Equal(ReadResult.Ok, Read(c.Original!, key));
        Assert.True(
            !TokenNumber.TryParse(c.Tokens[0], out var wrong)
            || TokenReader.TryRead(wrong, key, StaTables.Sample, out ClearToken _) != ReadResult.Ok);
    }

    private static void CheckBadCrc(NegativeCase c, DecoderKey key)
    {
        Assert.Equal(ReadResult.CrcError, Read(c.Tokens[0], key));
        if (c.TokenKeyParams is { } right)
            Assert.Equal(ReadResult.Ok, Read(c.Tokens[0], right.Derive()));
    }

    /// <summary>
    /// The first token is under the meter's key; the following ones are under it or under the new one.
    /// </summary>
    private static void CheckReadable(NegativeCase c, DecoderKey key)
    {
        Assert.Equal(ReadResult.Ok, TokenReader.TryRead(
            TokenNumber.Parse(c.Tokens[0]), key, StaTables.Sample, out Token? token));
        var tid = token switch
        {
            CreditToken credit => credit.Tid.Value,
            ManagementToken management => management.Tid.Value,
            _ => (int?)null,
        };
        if (c.Tid is not null && tid is not null)
            Assert.Equal(c.Tid, tid);
        Assert.All(c.Tokens, digits => Assert.Equal(ReadResult.Ok, Read(digits, key)));
    }

    private static bool ExpectsBadCrc(NegativeCase c) =>
        BadCrc.Any(start => c.Case.StartsWith(start, StringComparison.Ordinal));

    private static ReadResult Read(string digits, DecoderKey key) =>
        TokenReader.TryRead(TokenNumber.Parse(digits), key, StaTables.Sample, out ClearToken _);

    private static DecoderKey KeyOf(NegativeCase c)
    {
        if (c.Meter is null)
            return DecoderKey.Ea07(0x0ABC12DEF3456789);
        var key = c.Meter.Derive();
        Assert.Equal(c.MeterKey, key.ToHex());
        return key;
    }
}
