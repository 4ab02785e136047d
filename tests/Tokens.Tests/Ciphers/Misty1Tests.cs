namespace HilBench.Tokens.Tests.Ciphers;

public class Misty1Tests
{
    [Fact]
    public void Both_substitution_tables_are_permutations()
    {
        Assert.Equal(Enumerable.Range(0, 128), Misty1.S7.ToArray().Select(x => (int)x).Order());
        Assert.Equal(Enumerable.Range(0, 512), Misty1.S9.ToArray().Select(x => (int)x).Order());
    }

    /// <summary>
    /// RFC 2994 defines S9 by polynomials of degree two and S7 by polynomials of degree three. A wrong entry anywhere
    /// raises the degree, so this test checks every entry, which a few test blocks cannot do.
    /// </summary>
    [Theory]
    [InlineData(7, 3)]
    [InlineData(9, 2)]
    public void Every_entry_lies_on_polynomials_of_the_published_degree(int bits, int degree)
    {
        int[] table = bits == 7
            ? [.. Misty1.S7.ToArray().Select(x => (int)x)]
            : [.. Misty1.S9.ToArray().Select(x => (int)x)];
        for (var step = 1; step < table.Length; step <<= 1)
        {
            for (var i = 0; i < table.Length; i++)
            {
                if ((i & step) != 0)
                    table[i] ^= table[i ^ step];
            }
        }

        Assert.All(
            Enumerable.Range(0, table.Length).Where(i => int.PopCount(i) > degree),
            monomial => Assert.Equal(0, table[monomial]));
        Assert.Contains(
            Enumerable.Range(0, table.Length).Where(i => int.PopCount(i) == degree), monomial => table[monomial] != 0);
    }
}
