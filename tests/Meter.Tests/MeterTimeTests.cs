namespace HilBench.Meter.Tests;

public class MeterTimeTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    public void Moments_compare_like_their_ticks(long left, long right)
    {
        var (a, b) = (new MeterTime(left), new MeterTime(right));

        Assert.Equal((left < right, left > right), (a < b, a > b));
        Assert.Equal((left <= right, left >= right), (a <= b, a >= b));
        Assert.Equal(left.CompareTo(right), a.CompareTo(b));
    }

    [Fact]
    public void Moments_and_spans_add_up_and_print_as_time_since_the_start()
    {
        var hour = MeterTime.From(TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.FromMinutes(-1), hour - (hour + TimeSpan.FromMinutes(1)));
        Assert.Equal((TimeSpan.FromHours(1), "01:00:00"), (hour.SinceStart, hour.ToString()));
        Assert.Equal("00:00:00.0000001", (MeterTime.Start + TimeSpan.FromTicks(1)).ToString());
    }
}
