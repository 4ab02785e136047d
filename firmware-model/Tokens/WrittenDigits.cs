using System.Globalization;

namespace HilBench.Tokens;

/// <summary>
/// The digits of a token as they stand on a slip or in a message: in groups parted by blanks, hyphens, dashes or dots,
/// or by what cannot be seen. Meters and their makers' manuals write all of these between groups of four. No digit is
/// ever guessed, and anything else stays where it is, for whoever reads the digits to refuse.
/// </summary>
public static class WrittenDigits
{
    private const char MinusSign = '\u2212';
    private const char MiddleDot = '\u00B7';

    /// <summary>The text without what may stand between digits.</summary>
    public static string Of(string text) =>
        text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? string.Concat(text.Where(character => !IsSeparator(character)))
            : text;

    /// <summary>Blanks of every width, dashes of every length, dots, and invisible characters.</summary>
    private static bool IsSeparator(char character) =>
        char.IsWhiteSpace(character)
        || character is '.' or MiddleDot or MinusSign
        || char.GetUnicodeCategory(character) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
