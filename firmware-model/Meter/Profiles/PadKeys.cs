namespace HilBench.Meter;

/// <summary>What is printed on the keypad, and which keys are not digits.</summary>
public sealed record PadKeys
{
    /// <summary>One text for each row, one character for each key.</summary>
    public IReadOnlyList<string> Legend { get; init; } = ["123", "456", "789", "*0#"];

    /// <summary>Null = the meter has no such key and takes a token at its twentieth digit.</summary>
    public char? Enter { get; init; } = '#';

    public char Backspace { get; init; } = '*';

    public string Keys => string.Concat(Legend);
}
