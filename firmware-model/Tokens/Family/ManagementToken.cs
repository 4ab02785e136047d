namespace HilBench.Tokens;

/// <summary>Class 2 apart from key changes: RND 4 | TID 24 | value 16.</summary>
public abstract record ManagementToken(int Rnd, TokenIdentifier Tid) : Token
{
    public sealed override TokenClass Class => TokenClass.Management;

    /// <summary>The 16 bits as they stand in the token.</summary>
    public abstract ushort RawValue { get; }

    private protected sealed override ulong Data => TokenFields.Pack(Rnd, Tid, RawValue);

    /// <summary>
    /// Builds the token of a sub-class from its raw value; null for sub-classes that are no such token.
    /// </summary>
    public static ManagementToken? FromRaw(int subClass, int rnd, TokenIdentifier tid, ushort value) =>
        subClass switch
        {
            0 => new MaximumPowerLimitToken(rnd, tid, PowerOf(value)),
            1 => new ClearCreditToken(rnd, tid, value),
            2 => new TariffRateToken(rnd, tid, value),
            5 => new ClearTamperToken(rnd, tid, value),
            6 => new PhaseUnbalanceLimitToken(rnd, tid, PowerOf(value)),
            7 => new WaterFactorToken(rnd, tid, value),
            10 => new ExtendedSetToken(rnd, tid, value),
            _ => null,
        };

    internal static Token Read(ClearToken clear)
    {
        var (rnd, tid, value) = TokenFields.Unpack(clear);
        return FromRaw(clear.SubClass, rnd, tid, value) ?? (Token)new UnknownToken(clear);
    }

    private static Watts PowerOf(ushort code) => new((int)new TransferAmount(code).Units);
}

/// <summary>Sub-class 0. A limit between two codes is written as the larger one.</summary>
public sealed record MaximumPowerLimitToken(int Rnd, TokenIdentifier Tid, Watts Limit) : ManagementToken(Rnd, Tid)
{
    public override int SubClass => 0;

    public override ushort RawValue => TransferAmount.Of(Limit).Code;
}

/// <summary>Sub-class 1. Register 0–7, or <see cref="AllRegisters"/>.</summary>
public sealed record ClearCreditToken(int Rnd, TokenIdentifier Tid, ushort Register) : ManagementToken(Rnd, Tid)
{
    public const ushort AllRegisters = 0xFFFF;

    public override int SubClass => 1;

    public override ushort RawValue => Register;
}

/// <summary>Sub-class 2, reserved: the value has no public meaning.</summary>
public sealed record TariffRateToken(int Rnd, TokenIdentifier Tid, ushort Value) : ManagementToken(Rnd, Tid)
{
    public override int SubClass => 2;

    public override ushort RawValue => Value;
}

/// <summary>Sub-class 5. The value is padding, 0.</summary>
public sealed record ClearTamperToken(int Rnd, TokenIdentifier Tid, ushort Padding = 0) : ManagementToken(Rnd, Tid)
{
    public override int SubClass => 5;

    public override ushort RawValue => Padding;
}

/// <summary>Sub-class 6. A limit between two codes is written as the larger one.</summary>
public sealed record PhaseUnbalanceLimitToken(int Rnd, TokenIdentifier Tid, Watts Limit) : ManagementToken(Rnd, Tid)
{
    public override int SubClass => 6;

    public override ushort RawValue => TransferAmount.Of(Limit).Code;
}

/// <summary>Sub-class 7, reserved: the value has no public meaning.</summary>
public sealed record WaterFactorToken(int Rnd, TokenIdentifier Tid, ushort Value) : ManagementToken(Rnd, Tid)
{
    public override int SubClass => 7;

    public override ushort RawValue => Value;
}

/// <summary>Sub-class 10: index 6 | control 10; index 63 sets a flag: flag index 9 | flag value 1.</summary>
public sealed record ExtendedSetToken(int Rnd, TokenIdentifier Tid, ushort Value) : ManagementToken(Rnd, Tid)
{
    public const int FlagIndexEntry = 63;

    public override int SubClass => 10;

    public override ushort RawValue => Value;

    public int Index => Value >> 10;

    public int Control => Value & 0x3FF;

    public bool SetsFlag => Index == FlagIndexEntry;

    /// <summary>Meaningful when <see cref="SetsFlag"/>.</summary>
    public int FlagIndex => Control >> 1;

    /// <summary>Meaningful when <see cref="SetsFlag"/>.</summary>
    public bool FlagValue => (Control & 1) != 0;
}
