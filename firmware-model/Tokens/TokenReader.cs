namespace HilBench.Tokens;

/// <summary>From 66 bits to a clear token: take the class out, decipher classes 0 and 2, check the CRC.</summary>
public static class TokenReader
{
    private const int CrcBits = 16;
    private const int SubClassShift = 60;

    /// <summary>Reads without allocating. The key is not used for class 1, which is in the clear.</summary>
    public static ReadResult TryRead(TokenNumber number, DecoderKey key, StaTables tables, out ClearToken token)
    {
        token = default;
        var tokenClass = number.Class;
        if (tokenClass == TokenClass.Reserved)
            return ReadResult.ReservedClass;

        var block = tokenClass == TokenClass.Test ? number.Block : TokenCipher.Decipher(number.Block, key, tables);
        var read = new ClearToken(
            tokenClass, (int)(block >> SubClassShift), (block >> CrcBits) & ClearToken.DataMask);
        if (Crc16.Of(read) != (block & 0xFFFF))
            return ReadResult.CrcError;

        token = read;
        return ReadResult.Ok;
    }

    /// <summary>Reads the token itself; null exactly when the result is not <see cref="ReadResult.Ok"/>.</summary>
    public static ReadResult TryRead(TokenNumber number, DecoderKey key, StaTables tables, out Token? token)
    {
        var result = TryRead(number, key, tables, out ClearToken clear);
        token = result == ReadResult.Ok ? Token.From(clear, key.Algorithm) : null;
        return result;
    }
}
