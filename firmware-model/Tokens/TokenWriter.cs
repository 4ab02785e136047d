namespace HilBench.Tokens;

/// <summary>From a token to its 20 digits: append the CRC, encipher classes 0 and 2, insert the class.</summary>
public static class TokenWriter
{
    private const int CrcBits = 16;
    private const int SubClassShift = 60;

    public static TokenNumber Write(Token token, DecoderKey key, StaTables tables) =>
        Write(token.ToClear(), key, tables);

    public static TokenNumber Write(ClearToken token, DecoderKey key, StaTables tables)
    {
        var block = ((ulong)token.SubClass << SubClassShift) | (token.Data44 << CrcBits) | Crc16.Of(token);
        return token.Class switch
        {
            TokenClass.Test => TokenNumber.FromBlock(TokenClass.Test, block),
            TokenClass.Credit or TokenClass.Management =>
                TokenNumber.FromBlock(token.Class, TokenCipher.Encipher(block, key, tables)),
            _ => throw new ArgumentException("Class 3 is reserved: no token has it.", nameof(token)),
        };
    }

    /// <summary>A class 1 token needs no key.</summary>
    public static TokenNumber Write(TestToken token) => Write(token.ToClear(), default, StaTables.Sample);
}
