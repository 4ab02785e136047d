using HilBench.Rig.Fingers;

namespace HilBench.Rig.Tests.Physical;

/// <summary>On a meter that forgets an entry after 30 s.</summary>
public class TypingPaceTests
{
    private readonly TypingPace _pace = new(TimeSpan.FromSeconds(30));

    [Theory]
    [InlineData(10.0, 10.3, null)]
    [InlineData(10.0, 33.9, null)]
    [InlineData(10.0, 34.1, "it came 24.1 s after the key before it, 24.2 s of them the bench's own")]
    [InlineData(10.0, 45.0, "it came 35.0 s after the key before it, 35.1 s of them the bench's own")]
    public void A_slow_bench_in_the_middle_of_an_entry_proves_nothing(double asked, double seen, string? why)
    {
        Assert.Null(Press('1', 9.8, 10.0, 10.1));
        var said = Press('2', asked, seen, seen);
        if (why is null) Assert.Null(said);
        else Assert.StartsWith(why, said);
    }

    [Theory]
    [InlineData(36.0, 36.3, false)]
    [InlineData(60.0, 60.3, false)]
    [InlineData(39.0, 41.0, true)]
    public void A_pause_of_the_scenario_is_its_own_unless_the_bench_takes_it_over_the_limit(
        double asked, double seen, bool isLate)
    {
        Press('1', 9.9, 10.0, 10.1);
        Assert.Equal(isLate, Press('2', asked, seen, seen) is not null);
    }

    [Theory]
    [InlineData("1#")]
    [InlineData("12345678901234567890")]
    public void Between_two_entries_the_bench_may_take_its_time(string typed)
    {
        foreach (var key in typed) Assert.Null(Press(key, 10, 10, 10));
        Assert.Null(Press('1', 10, 90, 90));
        Assert.NotNull(Press('2', 90, 180, 180));
    }

    private string? Press(char key, double asked, double seen, double ended) => _pace.TooSlow(
        key, TimeSpan.FromSeconds(asked), TimeSpan.FromSeconds(seen), TimeSpan.FromSeconds(ended));
}
