using System.Numerics;

namespace HilBench.TokenPort.Links;

/// <summary>
/// Seven data bits and even parity, carried in eight: for serial-to-network boxes and pseudo-terminals, which move
/// bytes and know no parity.
/// </summary>
public static class SoftParity
{
    private const byte ParityBit = 0x80;
    private const byte SevenBits = 0x7F;

    public static byte Encode(byte seven) =>
        (byte)(IsOdd((byte)(seven & SevenBits)) ? (seven & SevenBits) | ParityBit : seven & SevenBits);

    /// <summary>The seven bits; with the eighth bit set when the parity was wrong.</summary>
    public static byte Decode(byte eight) =>
        (byte)(IsOdd(eight) ? (eight & SevenBits) | ParityBit : eight & SevenBits);

    public static byte[] Encode(ReadOnlySpan<byte> sevens)
    {
        var eights = new byte[sevens.Length];
        for (var i = 0; i < eights.Length; i++) eights[i] = Encode(sevens[i]);
        return eights;
    }

    private static bool IsOdd(byte value) => (BitOperations.PopCount(value) & 1) != 0;
}
