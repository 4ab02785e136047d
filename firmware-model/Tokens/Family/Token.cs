namespace HilBench.Tokens;

/// <summary>What a token says. A closed family: whoever switches over it can be complete.</summary>
public abstract record Token
{
    private protected Token()
    {
    }

    public abstract TokenClass Class { get; }

    public abstract int SubClass { get; }

    /// <summary>The 44 data bits, most significant field first.</summary>
    private protected abstract ulong Data { get; }

    public ClearToken ToClear() => new(Class, SubClass, Data);

    /// <summary>
    /// Reads what the bits say and judges nothing: a key revision of 0 or a tariff index of 200 is for the meter to
    /// refuse. The algorithm matters to the third and fourth key change tokens only.
    /// </summary>
    public static Token From(ClearToken clear, EncryptionAlgorithm algorithm) => clear.Class switch
    {
        TokenClass.Credit when clear.SubClass <= 3 => CreditToken.Read(clear),
        TokenClass.Credit when clear.SubClass <= 7 => CurrencyCreditToken.Read(clear),
        TokenClass.Test when clear.SubClass <= 2 => TestToken.Read(clear),
        TokenClass.Management when clear.SubClass is 3 or 4 or 8 or 9 => KeyChangeToken.Read(clear, algorithm),
        TokenClass.Management when clear.SubClass <= 10 => ManagementToken.Read(clear),
        _ => new UnknownToken(clear),
    };
}
