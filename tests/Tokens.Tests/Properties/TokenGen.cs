using CsCheck;

namespace HilBench.Tokens.Tests.Properties;

/// <summary>Generators of domain values and of every kind of token.</summary>
internal static class TokenGen
{
    public static readonly Gen<TokenIdentifier> Tid =
        Gen.Int[0, TokenIdentifier.LargestValue].Select(value => new TokenIdentifier(value));

    public static readonly Gen<int> Rnd = Gen.Int[0, 15];

    public static readonly Gen<CreditService> Service = Gen.Enum<CreditService>();

    public static readonly Gen<DecoderKey> Key = Gen.Select(Gen.Bool, Gen.ULong, Gen.ULong, (isEa11, high, low) =>
        isEa11 ? DecoderKey.Ea11(new UInt128(high, low)) : DecoderKey.Ea07(low));

    /// <summary>Watts that a code exists for, so that writing does not round.</summary>
    public static readonly Gen<Watts> CodedPower =
        Gen.UShort.Select(code => new Watts((int)new TransferAmount(code).Units));

    public static readonly Gen<UInt128> Bits66 =
        Gen.Select(Gen.ULong, Gen.Int[0, 3], (low, top) => new UInt128((ulong)top, low));

    public static IReadOnlyList<(string Kind, Gen<Token> Gen)> Kinds { get; } =
    [
        ("credit", Gen.Select(Service, Rnd, Tid, Gen.UShort, (s, r, t, a) =>
            (Token)new CreditToken(s, r, t, new TransferAmount(a)))),
        ("currency credit", Gen.Select(Service, Tid, Rnd, Gen.UShort, (s, t, e, a) =>
            (Token)new CurrencyCreditToken(s, t, new CurrencyAmount((byte)e, a)))),
        ("test", Gen.Select(Gen.Int[0, 2], Gen.ULong[0, TestToken.AllTests(1)], Gen.Int[0, 255], (s, c, m) =>
            (Token)new TestToken(s, c, m))),
        ("maximum power limit", Gen.Select(Rnd, Tid, CodedPower, (r, t, w) =>
            (Token)new MaximumPowerLimitToken(r, t, w))),
        ("phase unbalance limit", Gen.Select(Rnd, Tid, CodedPower, (r, t, w) =>
            (Token)new PhaseUnbalanceLimitToken(r, t, w))),
        ("clear credit", Gen.Select(Rnd, Tid, Gen.UShort, (r, t, v) => (Token)new ClearCreditToken(r, t, v))),
        ("tariff rate", Gen.Select(Rnd, Tid, Gen.UShort, (r, t, v) => (Token)new TariffRateToken(r, t, v))),
        ("clear tamper", Gen.Select(Rnd, Tid, Gen.UShort, (r, t, v) => (Token)new ClearTamperToken(r, t, v))),
        ("water factor", Gen.Select(Rnd, Tid, Gen.UShort, (r, t, v) => (Token)new WaterFactorToken(r, t, v))),
        ("extended set", Gen.Select(Rnd, Tid, Gen.UShort, (r, t, v) => (Token)new ExtendedSetToken(r, t, v))),
        ("first section", Gen.Select(
            Rnd, Rnd, Gen.Bool, Gen.Bool, Gen.Enum<KeyType>(), Gen.UInt, (ken, krn, ro, three, kt, word) =>
                (Token)new FirstSection(ken, krn, ro, three, kt, word))),
        ("second section", Gen.Select(Rnd, Gen.Int[0, 255], Gen.UInt, (ken, ti, word) =>
            (Token)new SecondSection(ken, ti, word))),
    ];
}
