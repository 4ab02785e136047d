using System.Globalization;

namespace HilBench.Tokens;

/// <summary>
/// The key a meter deciphers its tokens with. Big-endian: the first byte is the most significant; an EA07 key sits
/// in the lower 64 bits. Printing it shows the algorithm only: key words belong in no report.
/// </summary>
public readonly record struct DecoderKey(EncryptionAlgorithm Algorithm, UInt128 Bits)
{
    /// <summary>The number of hex digits and bits each algorithm wants.</summary>
    public int Size => Algorithm == EncryptionAlgorithm.Ea11 ? 128 : 64;

    public static DecoderKey Ea07(ulong bits) => new(EncryptionAlgorithm.Ea07, bits);

    public static DecoderKey Ea11(UInt128 bits) => new(EncryptionAlgorithm.Ea11, bits);

    /// <summary>A key of two key change tokens: NKHO ‖ NKLO.</summary>
    public static DecoderKey FromSections(uint high, uint low) => Ea07(((ulong)high << 32) | low);

    /// <summary>A key of four key change tokens: NKHO ‖ the word of KCT3 ‖ the word of KCT4 ‖ NKLO.</summary>
    public static DecoderKey FromSections(uint high, uint third, uint fourth, uint low) =>
        Ea11(new UInt128(((ulong)high << 32) | third, ((ulong)fourth << 32) | low));

    /// <summary>The 32-bit word at <paramref name="index"/>, 0 being the most significant.</summary>
    public uint Word(int index) => unchecked((uint)(Bits >> (Size - 32 - (index * 32))));

    /// <summary>
    /// The first six hex digits of an enciphered block of zeros: tells keys apart without showing one.
    /// </summary>
    public string CheckValue(StaTables tables) =>
        TokenCipher.Encipher(0, this, tables).ToString("x16", CultureInfo.InvariantCulture)[..6];

    /// <summary>The key itself, 16 or 32 lower-case hex digits. For vending and tests.</summary>
    public string ToHex() =>
        Bits.ToString(Algorithm == EncryptionAlgorithm.Ea11 ? "x32" : "x16", CultureInfo.InvariantCulture);

    public override string ToString() => Algorithm == EncryptionAlgorithm.Ea11 ? "EA11 key" : "EA07 key";
}
