namespace HilBench.Tokens;

/// <summary>Class 0, sub-class 4–7: sign and exponent 4 | TID 24 | amount 16. It has no random number.</summary>
public sealed record CurrencyCreditToken(CreditService Service, TokenIdentifier Tid, CurrencyAmount Amount) : Token
{
    public const int FirstSubClass = 4;

    public override TokenClass Class => TokenClass.Credit;

    public override int SubClass => FirstSubClass + (int)Service;

    private protected override ulong Data => TokenFields.Pack(Amount.SignAndExponent, Tid, Amount.Code);

    internal static CurrencyCreditToken Read(ClearToken clear)
    {
        var (signAndExponent, tid, value) = TokenFields.Unpack(clear);
        var service = (CreditService)(clear.SubClass - FirstSubClass);
        return new CurrencyCreditToken(service, tid, new CurrencyAmount((byte)signAndExponent, value));
    }
}
