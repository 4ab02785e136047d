namespace HilBench.Tokens;

/// <summary>A token with a good CRC in a sub-class that is reserved or belongs to a maker.</summary>
public sealed record UnknownToken(ClearToken Clear) : Token
{
    public override TokenClass Class => Clear.Class;

    public override int SubClass => Clear.SubClass;

    private protected override ulong Data => Clear.Data44;
}
