using System.Globalization;
using HilBench.TestKit.Vectors;

namespace HilBench.Tokens.Tests.Vectors;

/// <summary>Cases with a good token: derive the key, build the token, compare digits, read it back.</summary>
internal static class TokenVectors
{
    public static void Check(CreditCase c)
    {
        var amount = TransferAmount.AtLeast(c.Units);
        Assert.Equal(c.Value, amount.Code);
        Check(c, new CreditToken((CreditService)c.Sub, c.Rnd, Tid(c), amount));
    }

    public static void Check(CurrencyCase c)
    {
        var amount = CurrencyAmount.AtLeast(Int128.Parse(c.Units, CultureInfo.InvariantCulture));
        Assert.Equal((c.SignAndExponent, c.Value), (amount.SignAndExponent, amount.Code));
        Check(c, new CurrencyCreditToken((CreditService)(c.Sub - CurrencyCreditToken.FirstSubClass), Tid(c), amount));
    }

    public static void Check(ManagementCase c) =>
        Check(c, ManagementToken.FromRaw(c.Sub, c.Rnd, Tid(c), c.Value) ?? throw new InvalidOperationException(c.Id));

    public static void Check(KeyChangeCase c)
    {
        var (oldKey, newKey) = (c.Old.Derive(), c.New.Derive());
        Assert.Equal((c.OldKey, c.NewKey), (oldKey.ToHex(), newKey.ToHex()));

        var set = KeyChangeSet.Create(
            newKey, c.New.ToParameters(), new KeyExpiry(c.Ken), c.Ro == 1, c.ThreeTokens);
        var digits = KeyChangeSet.Write(set, oldKey, StaTables.Sample);
        Assert.Equal(c.Tokens, digits.Select(d => d.ToString()));
        Assert.Equal(set, digits.Select(d => Read(d, oldKey)).Cast<KeyChangeToken>());
    }

    public static void Check(TestTokenCase c)
    {
        var token = new TestToken(c.Sub, c.Control, c.Mfr);
        Assert.Equal(c.Cls, (int)token.Class);
        Assert.Equal(c.Token, TokenWriter.Write(token).ToString());
        Assert.Equal(token, Read(TokenNumber.Parse(c.Token), DecoderKey.Ea07(0)));
        if (c.ControlBits is { } bits)
            Assert.Equal(bits, TestToken.ControlBits(c.Sub));
    }

    private static void Check(KeyedCase c, Token token)
    {
        var key = c.Key.Derive();
        Assert.Equal(c.DecoderKey, key.ToHex());
        Assert.Equal((c.Cls, c.Sub), ((int)token.Class, token.SubClass));
        Assert.Equal(c.Token, TokenWriter.Write(token, key, StaTables.Sample).ToString());
        Assert.Equal(token, Read(TokenNumber.Parse(c.Token), key));
    }

    private static Token? Read(TokenNumber number, DecoderKey key)
    {
        Assert.Equal(ReadResult.Ok, TokenReader.TryRead(number, key, StaTables.Sample, out Token? token));
        return token;
    }

    /// <summary>Where the case says when the token was issued, the TID must follow from that.</summary>
    private static TokenIdentifier Tid(KeyedCase c)
    {
        if (c.Issued is { } issued)
            Assert.Equal(c.Tid, TokenIdentifier.From(issued, (BaseDate)c.Base).Value);
        return new TokenIdentifier(c.Tid);
    }
}
