namespace HilBench.Tokens;

/// <summary>
/// The CRC of a token (IEC 62055-41 §6.3.7): CRC-16, x^16+x^15+x^2+1 processed least significant bit first, start
/// FFFF, no final xor, over class, sub-class and data (50 bits) left-padded to seven bytes; it goes into the token
/// with its low byte first. Currency credit appends one byte 01, so a meter that does not know currency refuses it.
/// </summary>
public static class Crc16
{
    private const ushort ReversedPolynomial = 0xA001;
    private const byte CurrencyMark = 0x01;

    private static readonly ushort[] Table = BuildTable();

    /// <summary>The 16 bits as the token carries them, low byte of the register first.</summary>
    public static ushort Of(ClearToken token)
    {
        var bits = ((ulong)token.Class << 48) | ((ulong)token.SubClass << 44) | token.Data44;
        var register = (ushort)0xFFFF;
        for (var shift = 48; shift >= 0; shift -= 8)
            register = Next(register, (byte)((bits >> shift) & 0xFF));
        if (token is { Class: TokenClass.Credit, SubClass: >= 4 and <= 7 })
            register = Next(register, CurrencyMark);
        return (ushort)((register >> 8) | ((register & 0xFF) << 8));
    }

    /// <summary>The same CRC over plain bytes, byte-swapped as a token carries it.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        var register = (ushort)0xFFFF;
        foreach (var b in bytes)
            register = Next(register, b);
        return (ushort)((register >> 8) | ((register & 0xFF) << 8));
    }

    private static ushort Next(ushort register, byte data) =>
        (ushort)((register >> 8) ^ Table[(register ^ data) & 0xFF]);

    private static ushort[] BuildTable()
    {
        var table = new ushort[256];
        for (var value = 0; value < table.Length; value++)
        {
            var register = value;
            for (var bit = 0; bit < 8; bit++)
                register = (register & 1) != 0 ? (register >> 1) ^ ReversedPolynomial : register >> 1;
            table[value] = (ushort)register;
        }

        return table;
    }
}
