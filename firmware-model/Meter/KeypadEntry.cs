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

    /// <summary>Groups of four from left to right, as many on each line as fit whole.</summary>
    public DisplayText Layout(DisplaySize size)
    {
        const int group = 4;
        var digitsPerLine = (size.Columns + 1) / (group + 1) * group;
        var lines = new string[size.Lines];
        for (var line = 0; line < size.Lines; line++)
        {
            var rest = Digits.AsSpan(Math.Min(line * digitsPerLine, Digits.Length));
            lines[line] = Grouped(rest[..Math.Min(digitsPerLine, rest.Length)], group);
        }

        return DisplayText.Layout(size, lines);
    }

    private static string Grouped(ReadOnlySpan<char> digits, int group)
    {
        Span<char> text = stackalloc char[digits.Length + digits.Length / group + 1];
        var used = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && i % group == 0) text[used++] = ' ';
            text[used++] = digits[i];
        }

        return text[..used].ToString();
    }
}
