namespace HilBench.Board;

/// <summary>How keys reach the meter.</summary>
public enum KeyReports
{
    /// <summary>The panel sends a key as it is pressed.</summary>
    Automatic,

    /// <summary>The meter asks.</summary>
    Polled,
}

/// <summary>What a character panel on a serial line is to the meter.</summary>
public sealed record SerialPanelSettings
{
    public const int Baud = 19_200;

    /// <summary>
    /// What the panel sends for each key of the legend, in the legend's order, as letters by position: rows of four
    /// wires, so the second row begins with F.
    /// </summary>
    public string KeyCodes { get; init; } = "ABCFGHKLMPQR";

    public KeyReports Reports { get; init; } = KeyReports.Automatic;

    /// <summary>From question to question of a polled panel.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>In steps of 6.554 ms.</summary>
    public int DebounceSteps { get; init; } = 3;

    /// <summary>How long the panel may take to answer a question.</summary>
    public TimeSpan AnswerWait { get; init; } = TimeSpan.FromMilliseconds(500);
}
