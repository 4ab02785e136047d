using CsCheck;
using HilBench.TestKit.Reference;
using HilBench.Tokens.Tests.Contract;

namespace HilBench.Tokens.Tests.Ciphers;

/// <summary>
/// Compares the table-driven cipher with one written bit by bit from the same clause of the standard.
/// </summary>
public class StaTests
{
    private static readonly Gen<int[]> Nibbles = Gen.Shuffle(Enumerable.Range(0, 16).ToArray());
    private static readonly Gen<int[]> Positions = Gen.Shuffle(Enumerable.Range(0, 64).ToArray());

    [Fact]
    public void The_fast_cipher_and_the_bit_by_bit_one_agree_on_any_table_set() =>
        Gen.Select(Nibbles, Nibbles, Positions, Gen.ULong, Gen.ULong).Sample(
            (sub1, sub2, perm, block, key) =>
            {
                var tables = StaTables.Create(sub1, sub2, perm);
                Assert.Equal(BitByBitSta.Encipher(block, key, sub1, sub2, perm), Sta.Encipher(block, key, tables));
                Assert.Equal(BitByBitSta.Decipher(block, key, sub1, sub2, perm), Sta.Decipher(block, key, tables));
            },
            iter: 200);

    [Fact]
    public void Tables_that_are_not_each_others_inverse_show_which_of_the_two_was_taken()
    {
        var swapped = StaTables.Create(OwnTables.Sub2, OwnTables.Sub1, OwnTables.Perm);
        const ulong block = 0x0B19EB230100C207;
        const ulong key = 0x0ABC12DEF3456789;
        var cipher = Sta.Encipher(block, key, OwnTables.Set);

        Assert.NotEqual(cipher, Sta.Encipher(block, key, swapped));
        Assert.NotEqual(block, Sta.Decipher(cipher, key, swapped));
        Assert.Equal(block, Sta.Decipher(cipher, key, OwnTables.Set));
    }

    [Fact]
    public void The_two_sample_substitutions_are_each_others_inverse()
    {
        var sample = StaTables.Sample;

        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(i, sample.Substitution2[sample.Substitution1[i]]));
    }
}
