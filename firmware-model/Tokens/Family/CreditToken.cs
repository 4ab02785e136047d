namespace HilBench.Tokens;

/// <summary>Class 0, sub-class 0–3: RND 4 | TID 24 | amount 16.</summary>
public sealed record CreditToken(CreditService Service, int Rnd, TokenIdentifier Tid, TransferAmount Amount) : Token
{
    public override TokenClass Class => TokenClass.Credit;

    public override int SubClass => (int)Service;

    /// <summary>The amount of an electricity token; other services do not count in kWh.</summary>
    public EnergyAmount Energy => Service == CreditService.Electricity
        ? new EnergyAmount(Amount.Units)
        : throw new InvalidOperationException($"A {Service} token credits no energy.");

    private protected override ulong Data => TokenFields.Pack(Rnd, Tid, Amount.Code);

    internal static CreditToken Read(ClearToken clear)
    {
        var (rnd, tid, value) = TokenFields.Unpack(clear);
        return new CreditToken((CreditService)clear.SubClass, rnd, tid, new TransferAmount(value));
    }
}
