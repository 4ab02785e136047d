using System.Globalization;
using System.Text;

namespace HilBench.Scenarios;

/// <summary>
/// Text of a feature file, a file name or a device as it may go to a terminal or into a report. What would steer a
/// terminal, reorder a line or not be a character at all is written out, such as <c>\u001B</c>, so that two texts which
/// differ still look different.
/// </summary>
public static class Printable
{
    private const char Ellipsis = '…';
    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';

    /// <summary>A text that stands in one line: line ends are written out too.</summary>
    public static string Line(string text) => Written(text, keepsLines: false);

    /// <summary>The same, cut where it would be longer than this.</summary>
    public static string Line(string text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        // A character becomes six at most, so what is far beyond the end need not be looked at.
        var written = Line(text.Length > most ? text[..most] : text);
        return written.Length <= most && text.Length <= most
            ? written
            : string.Concat(written.AsSpan(0, Math.Min(written.Length, most) - 1), [Ellipsis]);
    }

    /// <summary>A text of several lines: line feeds and tabs stay.</summary>
    public static string Lines(string text) => Written(text, keepsLines: true);

    private static string Written(string text, bool keepsLines)
    {
        var first = FirstUnprintable(text, keepsLines);
        if (first < 0) return text;
        var written = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var at = first; at < text.Length;)
        {
            var length = LengthAt(text, at);
            if (IsPrintable(text, at, length, keepsLines)) written.Append(text, at, length);
            else WriteOut(written, text.AsSpan(at, length));
            at += length;
        }

        return written.ToString();
    }

    private static int FirstUnprintable(string text, bool keepsLines)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = LengthAt(text, at);
            if (!IsPrintable(text, at, length, keepsLines)) return at;
            at += length;
        }

        return -1;
    }

    private static int LengthAt(string text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;

    private static bool IsPrintable(string text, int at, int length, bool keepsLines)
    {
        if (length == 1 && text[at] is >= ' ' and <= '~') return true;
        if (length == 1 && text[at] is '\n' or '\t') return keepsLines;
        return CharUnicodeInfo.GetUnicodeCategory(text, at) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Surrogate => false,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
            // Persian and many emoji are spelt with these two.
            UnicodeCategory.Format => text[at] is NonJoiner or Joiner,
            UnicodeCategory.OtherNotAssigned => length == 2 || text[at] < '\uFFFE',
            _ => true,
        };
    }

    private static void WriteOut(StringBuilder written, ReadOnlySpan<char> characters)
    {
        foreach (var character in characters)
        {
            switch (character)
            {
                case '\n':
                    written.Append("\\n");
                    break;
                case '\r':
                    written.Append("\\r");
                    break;
                case '\t':
                    written.Append("\\t");
                    break;
                default:
                    written.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
                    break;
            }
        }
    }
}
