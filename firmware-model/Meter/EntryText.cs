using System.Globalization;

namespace HilBench.Meter;

/// <summary>How digits that are being typed stand on the glass.</summary>
internal static class EntryText
{
    private const int Group = 4;

    /// <summary>Room for two digits of the counter and a blank.</summary>
    private const int CounterColumns = 3;

    public static DisplayText Layout(string digits, DisplaySize size, EntryStyle style) =>
        style.Layout == EntryLayout.Scroll ? Scrolled(digits, size, style) : Grouped(digits, size, style.Separator);

    /// <summary>Groups of four from left to right, as many on each line as fit whole.</summary>
    private static DisplayText Grouped(string digits, DisplaySize size, char separator)
    {
        var digitsPerLine = (size.Columns + 1) / (Group + 1) * Group;
        var lines = new string[size.Lines];
        for (var line = 0; line < size.Lines; line++)
        {
            var rest = digits.AsSpan(Math.Min(line * digitsPerLine, digits.Length));
            lines[line] = Separated(rest[..Math.Min(digitsPerLine, rest.Length)], separator);
        }

        return DisplayText.Layout(size, lines);
    }

    /// <summary>The newest digit at the right; what does not fit has scrolled out at the left.</summary>
    private static DisplayText Scrolled(string digits, DisplaySize size, EntryStyle style)
    {
        var room = style.Counts ? size.Columns - CounterColumns : size.Columns;
        var text = Separated(digits, style.Separator);
        var seen = text.PadLeft(room)[^room..];
        return DisplayText.Layout(
            size, style.Counts ? string.Create(CultureInfo.InvariantCulture, $"{digits.Length,2} {seen}") : seen);
    }

    private static string Separated(ReadOnlySpan<char> digits, char separator)
    {
        Span<char> text = stackalloc char[digits.Length * 2];
        var used = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && i % Group == 0) text[used++] = separator;
            text[used++] = digits[i];
        }

        return text[..used].ToString();
    }
}
