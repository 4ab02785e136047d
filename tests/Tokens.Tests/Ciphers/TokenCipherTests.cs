namespace HilBench.Tokens.Tests.Ciphers;

public class TokenCipherTests
{
    [Fact]
    public void A_key_of_no_algorithm_enciphers_and_deciphers_nothing_and_says_which_algorithms_do()
    {
        var key = new DecoderKey((EncryptionAlgorithm)9, 1);
        Action[] uses =
        [
            () => TokenCipher.Encipher(0, key, StaTables.Sample), () => TokenCipher.Decipher(0, key, StaTables.Sample),
        ];

        Assert.All(uses, use =>
        {
            var error = Assert.Throws<ArgumentException>("key", use);
            Assert.StartsWith("A key of algorithm 9 deciphers nothing: EA07 and EA11 do.", error.Message);
        });
    }
}
