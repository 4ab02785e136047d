namespace HilBench.Meter.Tests.Profiles;

public class LockoutRuleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 10)]
    [InlineData(4, 20)]
    [InlineData(5, 40)]
    [InlineData(9, 640)]
    [InlineData(10, 1280)]
    [InlineData(11, 1280)]
    [InlineData(int.MaxValue, 1280)]
    public void The_third_wrong_token_locks_and_each_further_one_twice_as_long_up_to_the_longest(int wrong,
        int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Rule(3, 10, 1280).LengthAfter(wrong));

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(3, 25)]
    [InlineData(4, 25)]
    public void The_doubling_ends_at_the_longest_even_between_two_steps(int wrong, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Rule(1, 10, 25).LengthAfter(wrong));

    [Fact]
    public void A_first_lockout_longer_than_the_longest_is_cut() =>
        Assert.Equal(TimeSpan.FromSeconds(10), Rule(1, 30, 10).LengthAfter(1));

    private static LockoutRule Rule(int after, int first, int longest) =>
        new(after, TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(longest), LockoutCounts.Rejects);
}
