namespace HilBench.Recording;

/// <summary>What a recording is of: all that is known before anything happens.</summary>
public sealed record RecordingHead
{
    /// <summary>The version of the format.</summary>
    public const int Newest = 1;

    public int Version { get; init; } = Newest;

    /// <summary>The feature file, as the run was given it; of one outside the working folder only its name.</summary>
    public string File { get; init; } = "";

    /// <summary>Where the scenario begins in it, from 1.</summary>
    public int Line { get; init; }

    public string Feature { get; init; } = "";

    public string Title { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<RecordedStep> Steps { get; init; } = [];

    /// <summary>The seed of this scenario.</summary>
    public ulong Seed { get; init; }

    /// <summary>The name of the rig.</summary>
    public string Rig { get; init; } = "";

    /// <summary>The name of the bench in its lab; null when nobody has named it, as in recordings of before.</summary>
    public string? Bench { get; init; }

    /// <summary>The make and type of the meter; null when nobody said.</summary>
    public string? Model { get; init; }

    /// <summary>The serial number of the meter; null when nobody said.</summary>
    public string? Serial { get; init; }

    /// <summary>The firmware of the meter; null when nobody said.</summary>
    public string? Firmware { get; init; }

    /// <summary>Times are virtual; else they are of a clock on the wall, from the start of the rig.</summary>
    public bool IsVirtual { get; init; }

    /// <summary>The meter is our model.</summary>
    public bool IsOurMeter { get; init; }

    /// <summary>The name of the meter's profile.</summary>
    public string Profile { get; init; } = "";

    /// <summary>The text of the profile's file; null for one that has none.</summary>
    public string? ProfileText { get; init; }

    /// <summary>The display: how wide and how high.</summary>
    public int Columns { get; init; }

    public int Lines { get; init; }

    /// <summary>The keys there are.</summary>
    public string Keys { get; init; } = "";

    /// <summary>The date and time at the start of the rig, UTC: where the scenario's calendar begins.</summary>
    public DateTime Begins { get; init; }

    /// <summary>The version of the program that recorded it.</summary>
    public string Program { get; init; } = "";
}

/// <summary>A step as it was run; where it holds a vending key, that is left out.</summary>
public sealed record RecordedStep(int Line, string Keyword, string Text)
{
    /// <summary>Rows of a table, or the lines of a text below the step.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];

    public override string ToString() => $"{Keyword} {Text}";
}

/// <summary>How it ended.</summary>
public sealed record RecordingEnd
{
    /// <summary>The verdict, in the words of a run's summary.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>The step that went wrong, from 0; null when none did.</summary>
    public int? Step { get; init; }

    public string? Message { get; init; }

    /// <summary>Levels and bytes that were left out because there were too many.</summary>
    public long LeftOut { get; init; }

    /// <summary>Why wires and the meter's inside are not in it; null when they are.</summary>
    public string? WithoutInside { get; init; }
}
