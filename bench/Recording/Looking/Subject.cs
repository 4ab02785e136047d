namespace HilBench.Recording.Looking;

/// <summary>What a line of a timeline is about. In small letters these are the words of <c>--only</c>.</summary>
public enum Subject
{
    /// <summary>Keys with their receipts, and tokens that were sent to a port whole.</summary>
    Keys,

    /// <summary>Pictures on the display.</summary>
    Glass,

    Mains,

    /// <summary>What is drawn, and where the load switch stands.</summary>
    Load,

    /// <summary>The meter's answers to tokens.</summary>
    Answers,

    /// <summary>Buzzer and lamps.</summary>
    Front,

    /// <summary>What else was done: the meter was made, its store spoilt, its cover opened.</summary>
    Deeds,

    /// <summary>What the scenario read, such as the stored record.</summary>
    Asked,

    Waits,

    /// <summary>Chips that the meter's program misused.</summary>
    Findings,

    /// <summary>What was broken, and when it had its effect.</summary>
    Faults,

    /// <summary>Inputs and effects of the meter's program, with its stored records.</summary>
    Meter,

    /// <summary>Bytes on serial lines.</summary>
    Port,

    /// <summary>Transfers on I2C buses.</summary>
    Bus,

    /// <summary>Levels of wires.</summary>
    Pins,
}

/// <summary>The words for subjects.</summary>
public static class Subjects
{
    /// <summary>What a customer and an engineer ask first; the rest is counted.</summary>
    public static IReadOnlySet<Subject> Usual { get; } =
        Enum.GetValues<Subject>().Where(one => one < Subject.Meter).ToHashSet();

    public static IReadOnlySet<Subject> All { get; } = Enum.GetValues<Subject>().ToHashSet();

    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<Subject>().Select(Word), "all"];

    public static string Word(this Subject subject) => subject.ToString().ToLowerInvariant();

    /// <summary>The subjects a word stands for; null when it stands for none.</summary>
    public static IReadOnlySet<Subject>? Of(string word) => word == "all" ? All
        : Words.Contains(word) ? new HashSet<Subject> { Enum.Parse<Subject>(word, ignoreCase: true) }
        : null;
}
