namespace HilBench.Meter.Split;

/// <summary>What a measuring unit does with a frame for another meter.</summary>
public enum Strangers
{
    /// <summary>Nothing: on a line of many, such as a power line, the frame is for somebody else.</summary>
    Ignored,

    /// <summary>It says so: on two wires of its own nobody else can have been meant.</summary>
    Refused,
}

/// <summary>
/// How the two units of a split meter talk to each other. No public page gives a maker's times: all are our assumption
/// [A] where nothing else is said.
/// </summary>
public sealed record SplitSettings
{
    /// <summary>How long the keypad unit waits for an answer before it sends its frame again.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a frame is sent, at most; after the last time there is no connection.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>A keypad unit that has heard nothing for so long asks. With the tries it bounds the age of what is
    /// shown.</summary>
    public TimeSpan AskEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often it asks while there is no connection.</summary>
    public TimeSpan AskEveryLost { get; init; } = TimeSpan.FromSeconds(10);

    public Strangers Strangers { get; init; } = Strangers.Refused;

    /// <summary>
    /// The digits before a meter number that pair the unit with it; empty = not by keys. These are CLOU's, as its
    /// support page gives them to customers.
    /// </summary>
    public string PairingCode { get; init; } = "1593570";

    /// <summary>Batteries below this are low. Two AA cells, as Kenyan keypad units have: 3.0 V when new.</summary>
    public int LowMillivolts { get; init; } = 2_400;
}
