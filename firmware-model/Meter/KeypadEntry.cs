namespace HilBench.Meter;

/// <summary>
/// The digits typed so far. Digits beyond the twentieth are remembered too, so that backspace can take them away
/// again; with any of them left the entry is incomplete, never a token (the slip of typing all codes in one go).
/// </summary>
public readonly record struct KeypadEntry(string Digits)
{
    public const int TokenDigits = 20;

    /// <summary>More digits than this are only counted as too many.</summary>
    private const int MostRemembered = 99;

    public static KeypadEntry Empty => new("");

    public bool IsEmpty => Digits.Length == 0;

    public bool IsWholeToken => Digits.Length == TokenDigits;

    public KeypadEntry Typed(char digit) => Digits.Length < MostRemembered ? new KeypadEntry(Digits + digit) : this;

    public KeypadEntry Backspaced() => IsEmpty ? this : new KeypadEntry(Digits[..^1]);
}
