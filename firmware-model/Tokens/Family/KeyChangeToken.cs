namespace HilBench.Tokens;

/// <summary>
/// Class 2, the sections of a key change (IEC 62055-41 §6.2.7–6.2.10). They carry no TID and no random number, and
/// nothing that ties a section to its set. All fields describe the *new* key.
/// </summary>
public abstract record KeyChangeToken : Token
{
    private protected KeyChangeToken()
    {
    }

    public sealed override TokenClass Class => TokenClass.Management;

    /// <summary>1 for the first section, up to 4.</summary>
    public abstract int Section { get; }

    internal static KeyChangeToken Read(ClearToken clear, EncryptionAlgorithm algorithm) =>
        (clear.SubClass, algorithm) switch
        {
            (3, _) => new FirstSection(
                (int)clear.Field(40, 4),
                (int)clear.Field(36, 4),
                clear.Field(35, 1) != 0,
                clear.Field(34, 1) != 0,
                (KeyType)clear.Field(32, 2),
                (uint)clear.Field(0, 32)),
            (4, _) => new SecondSection(
                (int)clear.Field(40, 4), (int)clear.Field(32, 8), (uint)clear.Field(0, 32)),
            (8, EncryptionAlgorithm.Ea07) => new SupplyGroupSection(
                (int)clear.Field(20, 24), (int)clear.Field(0, 20)),
            (8, _) => new ThirdSection((int)clear.Field(32, 12), (uint)clear.Field(0, 32)),
            _ => new FourthSection((int)clear.Field(32, 12), (uint)clear.Field(0, 32)),
        };
}

/// <summary>Sub-class 3: KENHO 4 | KRN 4 | RO 1 | three-token flag 1 | KT 2 | NKHO 32.</summary>
/// <param name="KrnField">Four raw bits; <see cref="Krn"/> is null when they are no key revision.</param>
public sealed record FirstSection(
    int KenHigh, int KrnField, bool RollOver, bool ThreeTokens, KeyType KeyType, uint KeyHigh) : KeyChangeToken
{
    public override int SubClass => 3;

    public override int Section => 1;

    public KeyRevision? Krn => KeyRevision.TryFrom(KrnField);

    private protected override ulong Data => ((ulong)KenHigh << 40) | ((ulong)KrnField << 36)
        | (RollOver ? 1UL << 35 : 0) | (ThreeTokens ? 1UL << 34 : 0) | ((ulong)KeyType << 32) | KeyHigh;
}

/// <summary>Sub-class 4: KENLO 4 | TI 8, binary | NKLO 32.</summary>
/// <param name="TiField">Eight raw bits; <see cref="Ti"/> is null when they are no tariff index.</param>
public sealed record SecondSection(int KenLow, int TiField, uint KeyLow) : KeyChangeToken
{
    public override int SubClass => 4;

    public override int Section => 2;

    public TariffIndex? Ti => TariffIndex.TryFrom(TiField);

    private protected override ulong Data => ((ulong)KenLow << 40) | ((ulong)TiField << 32) | KeyLow;
}

/// <summary>Sub-class 8 under EA07, the third of a three-token set: SGC 24, binary | 20 zero bits.</summary>
/// <param name="SgcField">24 raw bits; <see cref="Sgc"/> is null when they are no supply group.</param>
public sealed record SupplyGroupSection(int SgcField, int Padding = 0) : KeyChangeToken
{
    public override int SubClass => 8;

    public override int Section => 3;

    public SupplyGroupCode? Sgc => SupplyGroupCode.TryFrom(SgcField);

    private protected override ulong Data => ((ulong)SgcField << 20) | (uint)Padding;
}

/// <summary>Sub-class 8 under EA11: the lower 12 bits of the SGC | the second 32-bit word of the key.</summary>
public sealed record ThirdSection(int SgcLow, uint KeyWord) : KeyChangeToken
{
    public override int SubClass => 8;

    public override int Section => 3;

    private protected override ulong Data => ((ulong)SgcLow << 32) | KeyWord;
}

/// <summary>Sub-class 9, EA11 only: the upper 12 bits of the SGC | the third 32-bit word of the key.</summary>
public sealed record FourthSection(int SgcHigh, uint KeyWord) : KeyChangeToken
{
    public override int SubClass => 9;

    public override int Section => 4;

    private protected override ulong Data => ((ulong)SgcHigh << 32) | KeyWord;
}
