namespace HilBench.Recording.Looking;

/// <summary>Steps that people count in.</summary>
internal static class TimeSteps
{
    /// <summary>The nearest of 1, 2, 5, 10 ... ticks that is not less.</summary>
    public static TimeSpan AtLeast(TimeSpan least)
    {
        var power = 1L;
        while (power * 10 <= least.Ticks) power *= 10;
        return new TimeSpan(least.Ticks <= power ? power
            : least.Ticks <= 2 * power ? 2 * power
            : least.Ticks <= 5 * power ? 5 * power : 10 * power);
    }
}
