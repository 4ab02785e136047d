namespace HilBench.Scenarios.World;

/// <summary>How much time one step may let pass.</summary>
public static class StepTime
{
    private const int MostYears = 100;

    public static readonly TimeSpan Longest = TimeSpan.FromDays(MostYears * 365.25);

    /// <summary>Why a time that is longer is refused.</summary>
    public static string TooLong => $"no step takes more than {MostYears} years";

    /// <exception cref="FormatException">It is outside the limits.</exception>
    internal static TimeSpan Of(string count, TimeSpan unit, string units)
    {
        var most = Longest.Ticks / unit.Ticks;
        if (count.Contains('.', StringComparison.Ordinal) && SomeSeconds.TryRead(count, out var some)
            && some >= 0 && some <= most)
            return SomeSeconds.Exact(some, unit, count);
        return unit * WholeNumber.Within(
            count, 0, most, range => $"a step takes {range} {units}", $"the most is {MostYears} years");
    }
}

public readonly record struct Milliseconds(TimeSpan Time)
{
    public static Milliseconds Of(string count) =>
        new(StepTime.Of(count, TimeSpan.FromMilliseconds(1), "milliseconds"));
}

public readonly record struct Seconds(TimeSpan Time)
{
    public static Seconds Of(string count) => new(StepTime.Of(count, TimeSpan.FromSeconds(1), "seconds"));
}

public readonly record struct Minutes(TimeSpan Time)
{
    public static Minutes Of(string count) => new(StepTime.Of(count, TimeSpan.FromMinutes(1), "minutes"));
}

public readonly record struct Hours(TimeSpan Time)
{
    public static Hours Of(string count) => new(StepTime.Of(count, TimeSpan.FromHours(1), "hours"));
}

public readonly record struct Days(TimeSpan Time)
{
    public static Days Of(string count) => new(StepTime.Of(count, TimeSpan.FromDays(1), "days"));
}

public readonly record struct Weeks(TimeSpan Time)
{
    public static Weeks Of(string count) => new(StepTime.Of(count, TimeSpan.FromDays(7), "weeks"));
}
