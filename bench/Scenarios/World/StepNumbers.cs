namespace HilBench.Scenarios.World;

/// <summary>How long a contact chatters, at most: what a rig file allows too.</summary>
public readonly record struct BounceTime(TimeSpan Time)
{
    private const int MostMilliseconds = 1_000;

    /// <exception cref="FormatException">It is outside the limits.</exception>
    public static BounceTime Of(string milliseconds) => new(TimeSpan.FromMilliseconds(WholeNumber.Within(
        milliseconds, 0, MostMilliseconds, range => $"keys bounce for {range} milliseconds")));
}

/// <summary>How long a key is held.</summary>
public readonly record struct HoldTime(TimeSpan Time)
{
    private const int MostMilliseconds = 3_600_000;

    /// <exception cref="FormatException">It is outside the limits.</exception>
    public static HoldTime Of(string milliseconds) => new(TimeSpan.FromMilliseconds(WholeNumber.Within(
        milliseconds, 1, MostMilliseconds, range => $"a key is held for {range} milliseconds")));
}

/// <summary>How many tokens one step keys in.</summary>
public readonly record struct TokenCount(int Value)
{
    private const int Most = 10_000;

    /// <exception cref="FormatException">It is outside the limits.</exception>
    public static TokenCount Of(string count) =>
        new((int)WholeNumber.Within(count, 1, Most, range => $"a step keys in {range} tokens"));
}

/// <summary>Code 1 is the first section of a key change; how many there are is up to the set.</summary>
public readonly record struct CodeNumber(int Value)
{
    /// <exception cref="FormatException">No set has such a code.</exception>
    public static CodeNumber Of(string number) =>
        new((int)WholeNumber.Within(number, 1, (int)SetSize.Four, range => $"a key change has codes {range}"));
}

/// <summary>A digit of a token, counted from the left.</summary>
public readonly record struct DigitPlace(int Value)
{
    private const int Last = 20;

    /// <exception cref="FormatException">No token has such a digit.</exception>
    public static DigitPlace Of(string place) =>
        new((int)WholeNumber.Within(place, 1, Last, range => $"a token has digits {range}"));
}

/// <summary>How many beeps a sound has.</summary>
public readonly record struct BeepCount(int Value)
{
    private const int Most = 20;

    /// <exception cref="FormatException">It is outside the limits.</exception>
    public static BeepCount Of(string count) => new((int)WholeNumber.Within(
        count, 1, Most, range => $"a sound has {range} beeps", "for none: the buzzer stays silent"));
}
