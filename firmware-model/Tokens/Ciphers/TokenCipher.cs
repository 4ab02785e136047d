namespace HilBench.Tokens;

/// <summary>Picks the cipher a decoder key belongs to. The tables matter for EA07 only.</summary>
public static class TokenCipher
{
    public static ulong Encipher(ulong block, DecoderKey key, StaTables tables) => key.Algorithm switch
    {
        EncryptionAlgorithm.Ea07 => Sta.Encipher(block, (ulong)key.Bits, tables),
        EncryptionAlgorithm.Ea11 => Misty1.Encipher(block, key.Bits),
        _ => throw NoAlgorithm(key),
    };

    public static ulong Decipher(ulong block, DecoderKey key, StaTables tables) => key.Algorithm switch
    {
        EncryptionAlgorithm.Ea07 => Sta.Decipher(block, (ulong)key.Bits, tables),
        EncryptionAlgorithm.Ea11 => Misty1.Decipher(block, key.Bits),
        _ => throw NoAlgorithm(key),
    };

    private static ArgumentException NoAlgorithm(DecoderKey key) =>
        new($"A key of algorithm {(int)key.Algorithm} deciphers nothing: EA07 and EA11 do.", nameof(key));
}
