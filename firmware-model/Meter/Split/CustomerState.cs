namespace HilBench.Meter.Split;

/// <summary>How a keypad unit stands with its measuring unit.</summary>
public enum Connection
{
    /// <summary>It has asked, and waits for the first answer.</summary>
    Unknown,

    Up,

    /// <summary>It has asked in vain.</summary>
    Down,

    /// <summary>The measuring unit on its line is that of another meter.</summary>
    OtherMeter,
}

/// <summary>All a keypad unit knows at one moment.</summary>
public sealed record CustomerState
{
    /// <summary>A unit without batteries.</summary>
    public static CustomerState Dark { get; } = new();

    public bool IsOn { get; init; }

    /// <summary>The number of its meter; empty = none.</summary>
    public string Meter { get; init; } = "";

    /// <summary>
    /// What is being typed. The keys mean here what they mean on a meter in one piece; its registers are empty.
    /// </summary>
    public MeterState Pad { get; init; } = MeterState.Unpowered with { Screen = new Screen.Idle() };

    public Connection Connection { get; init; }

    /// <summary>What the measuring unit last let it show; null = nothing yet.</summary>
    public LinePicture? Told { get; init; }

    /// <summary>Which of its pictures that was: one that comes again is not played again.</summary>
    public byte ToldNumber { get; init; }

    /// <summary>When the measuring unit was last heard.</summary>
    public MeterTime HeardAt { get; init; }

    /// <summary>When it last asked in vain.</summary>
    public MeterTime LostAt { get; init; }

    /// <summary>The frame that waits for its answer.</summary>
    public Waiting? Waiting { get; init; }

    /// <summary>The number of the frame sent last.</summary>
    public byte Number { get; init; }

    /// <summary>A word of its own, until then.</summary>
    public (string Word, MeterTime Ends)? Notice { get; init; }

    public bool IsBatteryLow { get; init; }
}

/// <summary>A frame whose answer has not come.</summary>
/// <param name="Frame">What was sent.</param>
/// <param name="Keys">What it carried, where it is an entry; empty = it asked.</param>
/// <param name="TriesLeft">How often it may be sent again.</param>
/// <param name="Until">When it has been waited for long enough.</param>
public sealed record Waiting(LineFrame Frame, string Keys, int TriesLeft, MeterTime Until)
{
    public bool IsEntry => Keys.Length > 0;

    /// <summary>The measuring unit has it, and its meter takes its time.</summary>
    public bool IsAtWork { get; private init; }

    /// <summary>The same frame, now that the measuring unit has said that it works on it.</summary>
    public Waiting WhileAtWork(int tries, MeterTime until) =>
        this with { IsAtWork = true, TriesLeft = tries, Until = until };
}
