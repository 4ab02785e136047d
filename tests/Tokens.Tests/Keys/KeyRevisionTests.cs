namespace HilBench.Tokens.Tests.Keys;

public class KeyRevisionTests
{
    [Theory]
    [InlineData(1, 2, "1")]
    [InlineData(8, 9, "8")]
    [InlineData(9, 1, "9")]
    public void Revisions_run_from_1_to_9_and_1_follows_9(int value, int next, string printed)
    {
        var revision = KeyRevision.TryFrom(value);

        Assert.Equal(new KeyRevision(value), revision);
        Assert.Equal((value, printed), (revision?.Value, revision.ToString()));
        Assert.Equal(new KeyRevision(next), revision?.Next());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(15)]
    public void Other_numbers_are_no_revision(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyRevision(value));
        Assert.Null(KeyRevision.TryFrom(value));
    }

    [Fact]
    public void A_revision_nobody_set_is_the_first() => Assert.Equal(new KeyRevision(1), default);

    [Fact]
    public void Revisions_are_ordered_by_their_number() =>
        Assert.Equal([new(1), new(2), new(9)], new KeyRevision[] { new(9), new(1), new(2) }.Order());
}
