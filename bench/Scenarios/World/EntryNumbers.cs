namespace HilBench.Scenarios.World;

/// <summary>How many digits of a token are typed, from the left.</summary>
public readonly record struct FirstDigits(int Value)
{
    private const int All = 20;

    /// <exception cref="FormatException">It is outside the limits.</exception>
    public static FirstDigits Of(string count) => new((int)WholeNumber.Within(
        count, 1, All, range => $"of a token the first {range} digits can be typed"));
}

/// <summary>How long the fingers stay off between two keys.</summary>
public readonly record struct KeyPause(TimeSpan Time)
{
    private const int MostSeconds = 3_600;

    /// <exception cref="FormatException">It is outside the limits.</exception>
    public static KeyPause Of(string seconds) => new(TimeSpan.FromSeconds(WholeNumber.Within(
        seconds, 1, MostSeconds, range => $"a customer pauses for {range} seconds between the keys")));
}

/// <summary>How often keys are pressed.</summary>
public readonly record struct PressCount(int Value)
{
    private const int Most = 1_000;

    /// <exception cref="FormatException">It is outside the limits.</exception>
    public static PressCount Of(string count) =>
        new((int)WholeNumber.Within(count, 1, Most, range => $"keys are pressed {range} times"));
}

/// <summary>How long after Enter the mains fails; a press itself takes a fifth of a second.</summary>
public readonly record struct AfterEnter(TimeSpan Time)
{
    private const decimal Least = 0.3m;
    private const decimal Most = 3_600;

    /// <exception cref="FormatException">It is outside the limits.</exception>
    public static AfterEnter Of(string seconds) => new(SomeSeconds.Within(
        seconds, Least, Most, range => $"the mains fails {range} seconds after Enter",
        "for less: the mains fails while the meter stores it"));
}

/// <summary>How long somebody watches, or a text stands on a display.</summary>
public readonly record struct WatchTime(TimeSpan Time)
{
    private const decimal Least = 0.1m;
    private const decimal Most = 3_600;

    /// <exception cref="FormatException">It is outside the limits.</exception>
    public static WatchTime Of(string seconds) => new(SomeSeconds.Within(
        seconds, Least, Most, range => $"something is watched for {range} seconds"));
}

/// <summary>How often the mains fails within a few seconds.</summary>
public readonly record struct FlickerCount(int Value)
{
    private const int Most = 100;

    /// <exception cref="FormatException">It is outside the limits.</exception>
    public static FlickerCount Of(string count) => new((int)WholeNumber.Within(
        count, 2, Most, range => $"the mains flickers {range} times", "for once: the mains dips"));
}

/// <summary>How long the mains flickers.</summary>
public readonly record struct FlickerTime(TimeSpan Time)
{
    private const int MostSeconds = 60;

    /// <exception cref="FormatException">It is outside the limits.</exception>
    public static FlickerTime Of(string seconds) => new(TimeSpan.FromSeconds(WholeNumber.Within(
        seconds, 1, MostSeconds, range => $"the mains flickers within {range} seconds")));
}

/// <summary>A line of a display, 1 is the top.</summary>
public readonly record struct GlassLine(int Number)
{
    private const int Last = 4;

    /// <exception cref="FormatException">No display has such a line.</exception>
    public static GlassLine Of(string number) =>
        new((int)WholeNumber.Within(number, 1, Last, range => $"a display has lines {range}"));
}
