using HilBench.Tokens.Tests.Contract;

namespace HilBench.Tokens.Tests.Ciphers;

public class StaTablesTests
{
    [Fact]
    public void A_table_of_the_wrong_size_is_refused_by_name()
    {
        Assert.False(StaTables.TryCreate(OwnTables.Sub1[..15], OwnTables.Sub2, OwnTables.Perm, out _, out var reason));
        Assert.Equal("sub1 has 15 numbers, it needs 16", reason);
    }

    [Theory]
    [InlineData(16, "sub2[3] is 16, it must be 0 to 15")]
    [InlineData(-1, "sub2[3] is -1, it must be 0 to 15")]
    [InlineData(9, "sub2[3] repeats 9, each number must occur once")]
    public void A_table_that_is_no_permutation_is_refused_with_the_place(int wrong, string expected)
    {
        int[] sub2 = [.. OwnTables.Sub2];
        sub2[3] = wrong;

        Assert.False(StaTables.TryCreate(OwnTables.Sub1, sub2, OwnTables.Perm, out var tables, out var reason));
        Assert.Null(tables);
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void A_permutation_that_names_a_position_twice_is_refused()
    {
        int[] perm = [.. OwnTables.Perm];
        perm[63] = perm[0];

        var error = Assert.Throws<ArgumentException>(() => StaTables.Create(OwnTables.Sub1, OwnTables.Sub2, perm));
        Assert.Equal("perm[63] repeats 11, each number must occur once", error.Message);
    }

    [Fact]
    public void Of_several_wrong_tables_the_first_is_named()
    {
        Assert.Equal("sub1 has 1 numbers, it needs 16", WhyNot([0], [0, 1], [0, 1, 2]));
        Assert.Equal("sub2 has 2 numbers, it needs 16", WhyNot(OwnTables.Sub1, [0, 1], [0, 1, 2]));
        Assert.Equal("perm has 3 numbers, it needs 64", WhyNot(OwnTables.Sub1, OwnTables.Sub2, [0, 1, 2]));
    }

    private static string? WhyNot(int[] sub1, int[] sub2, int[] perm)
    {
        Assert.False(StaTables.TryCreate(sub1, sub2, perm, out _, out var reason));
        return reason;
    }
}
