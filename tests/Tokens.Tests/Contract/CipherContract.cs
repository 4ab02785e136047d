using System.Numerics;
using CsCheck;

namespace HilBench.Tokens.Tests.Contract;

/// <summary>What every cipher of the registry must do.</summary>
public class CipherContract
{
    public static TheoryData<string> Ciphers => CipherRegistry.Names;

    [Theory]
    [MemberData(nameof(Ciphers))]
    public void Deciphering_undoes_enciphering_and_the_other_way_round(string name)
    {
        var cipher = CipherRegistry.Named(name);

        Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong).Sample((block, high, low) =>
        {
            var key = cipher.Key(new UInt128(high, low));
            Assert.Equal(block, cipher.Decipher(cipher.Encipher(block, key), key));
            Assert.Equal(block, cipher.Encipher(cipher.Decipher(block, key), key));
        });
    }

    /// <summary>
    /// One block is not enough. EA07 uses each key bit in four rounds, only to choose a table. Where both tables agree
    /// (the sample ones do for 2 values of 16) the bit has no effect; in all four rounds this happens once in 4096
    /// blocks.
    /// </summary>
    [Theory]
    [MemberData(nameof(Ciphers))]
    public void Every_bit_of_the_key_counts(string name)
    {
        var cipher = CipherRegistry.Named(name);
        var blocks = Gen.ULong.Array[16];

        Gen.Select(blocks, Gen.ULong, Gen.ULong, Gen.Int[0, cipher.KeyBits - 1]).Sample((plain, high, low, bit) =>
        {
            var bits = new UInt128(high, low);
            var (key, other) = (cipher.Key(bits), cipher.Key(bits ^ (UInt128.One << bit)));
            Assert.Contains(plain, block => cipher.Encipher(block, key) != cipher.Encipher(block, other));
        });
    }

    [Theory]
    [MemberData(nameof(Ciphers))]
    public void One_bit_of_the_block_changes_about_half_of_the_cipher_text(string name)
    {
        var cipher = CipherRegistry.Named(name);
        var key = cipher.Key(new UInt128(0x0011223344556677, 0x0ABC12DEF3456789));
        var changed = 0;
        for (var bit = 0; bit < 64; bit++)
        {
            const ulong block = 0x0B19EB230100C207;
            changed += BitOperations.PopCount(
                cipher.Encipher(block, key) ^ cipher.Encipher(block ^ (1UL << bit), key));
        }

        Assert.InRange(changed / 64.0, 28, 36);
    }
}
