namespace HilBench.TokenPort;

/// <summary>
/// The block check character: XOR of everything after the first SOH or STX up to and with ETX, seven bits
/// (IEC 62056-21, 6.3 and ISO 1155).
/// </summary>
public static class BlockCheck
{
    private const byte SevenBits = 0x7F;

    public static byte Of(ReadOnlySpan<byte> afterStart)
    {
        byte check = 0;
        foreach (var value in afterStart) check ^= value;
        return (byte)(check & SevenBits);
    }

    /// <summary>A block: its start character, the text, ETX and the check.</summary>
    public static byte[] Seal(byte start, ReadOnlySpan<byte> text)
    {
        var block = new byte[text.Length + 3];
        block[0] = start;
        text.CopyTo(block.AsSpan(1));
        block[^2] = LineBytes.Etx;
        block[^1] = Of(block.AsSpan(1, text.Length + 1));
        return block;
    }

    /// <summary>True when the last byte is the check of the block before it and nothing arrived damaged.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> block) =>
        block.Length >= 3
        && !block.ContainsAnyInRange(LineBytes.Damage, byte.MaxValue)
        && block[^1] == Of(block[1..^1]);
}
