namespace HilBench.Meter;

/// <summary>How digits are typed, shown and handed in.</summary>
public sealed record EntryStyle
{
    public Submit Submit { get; init; } = Submit.EnterKey;

    /// <summary>How long the meter works on a token; the keypad is locked meanwhile and keys are lost.</summary>
    public TimeSpan WorkTime { get; init; } = TimeSpan.Zero;

    public EntryLayout Layout { get; init; } = EntryLayout.Groups;

    /// <summary>Stands between groups of four digits.</summary>
    public char Separator { get; init; } = ' ';

    /// <summary>The number of digits typed so far stands at the left, when they scroll.</summary>
    public bool Counts { get; init; }

    /// <summary>A second backspace within this time clears the whole entry; null = each takes one digit.</summary>
    public TimeSpan? ClearAllWithin { get; init; }

    public TimeoutShows TimeoutShows { get; init; } = TimeoutShows.Incomplete;
}

public enum Submit
{
    /// <summary>The customer presses Enter.</summary>
    EnterKey,

    /// <summary>The twentieth digit hands the token in.</summary>
    TwentiethDigit,
}

public enum EntryLayout
{
    /// <summary>From left to right, as many whole groups on each line as fit.</summary>
    Groups,

    /// <summary>The newest digit at the right, older ones scroll to the left and out.</summary>
    Scroll,
}

public enum TimeoutShows
{
    /// <summary>The word for an incomplete entry.</summary>
    Incomplete,

    /// <summary>The idle screen at once.</summary>
    Credit,
}
