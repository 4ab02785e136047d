namespace HilBench.Tokens;

/// <summary>The layout most tokens share: four bits (RND, or sign and exponent) | TID 24 | value 16.</summary>
internal static class TokenFields
{
    public static ulong Pack(int four, TokenIdentifier tid, ushort value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(four);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(four, 15);
        return ((ulong)four << 40) | ((ulong)tid.Value << 16) | value;
    }

    public static (int Four, TokenIdentifier Tid, ushort Value) Unpack(ClearToken clear) =>
        ((int)clear.Field(40, 4), new TokenIdentifier((int)clear.Field(16, 24)), (ushort)clear.Field(0, 16));
}
