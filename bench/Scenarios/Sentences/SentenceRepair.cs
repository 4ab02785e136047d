using System.Globalization;
using System.Text.RegularExpressions;

namespace HilBench.Scenarios.Sentences;

/// <summary>
/// Small things that keep a text from being a sentence of the bench: a comma for a point, a forgotten quote, a keyword
/// written twice. What is said here is what to change.
/// </summary>
internal static partial class SentenceRepair
{
    /// <summary>What to write, or null when it is not a small thing.</summary>
    public static string? Of(string text, SentenceBook book)
    {
        if (text.Length > SentenceBook.Longest) return null;
        foreach (var (pattern, replacement, advice) in Slips)
        {
            var mended = pattern.Replace(text, replacement);
            if (mended != text && book.KindsOf(mended).Count > 0) return $"{advice}: {Excerpt.Of(mended)}";
        }

        var small = text.ToLowerInvariant();
        if (small != text && book.KindsOf(small).Count > 0) return $"write it in small letters: {Excerpt.Of(small)}";
        foreach (var (shape, values) in book.Shaped(text))
        {
            if (Misfit(shape, values) is { } why) return why;
        }

        // A slip in a word is likelier than a sentence whose name or number has several words.
        if (book.VeryNear(text) is not null) return null;
        return book.ShapedWidely(text) is { } wide ? Misfit(wide.Shape, wide.Values) : null;
    }

    private static IReadOnlyList<(Regex Pattern, string Replacement, string Advice)> Slips { get; } =
    [
        (DecimalComma(), "$1.$2", "use a point"),
        (Blanks(), " ", "write one blank between two words"),
        (GluedUnit(), "$1 $2", "write a blank between number and unit"),
        (Ending(), "", "leave out what stands behind it"),
        (Keyword(), "", "the keyword stands there twice"),
        (Remark(), "", "a remark stands on a line of its own"),
    ];

    /// <summary>The words are right; what stands in place of a parameter is not of its kind.</summary>
    private static string? Misfit(SentenceShape shape, IReadOnlyList<string> values) =>
        values.Zip(shape.Parameters, Unfit).FirstOrDefault(why => why is not null);

    private static string? Unfit(string value, string type)
    {
        var said = $"\"{Excerpt.Of(value)}\"";
        switch (type)
        {
            case "int" or "long" or "byte" when !Whole().IsMatch(value):
                return $"{said} is not a whole number: write digits only, such as 12";
            case "decimal" or "double" or "float" when !Fraction().IsMatch(value):
                return DecimalComma().IsMatch(value)
                    ? $"use a point: {DecimalComma().Replace(value, "$1.$2")}"
                    : $"{said} is not a number: write it in digits, such as 10.5";
            case "string" when value[0] is not ('"' or '\''):
                return string.Create(CultureInfo.InvariantCulture, $"put {Excerpt.Of(value)} between straight quotes");
            case "word" when value.Contains(' ', StringComparison.Ordinal):
                return $"{said} are several words where one must stand";
            default:
                return null;
        }
    }

    [GeneratedRegex(@"(\d),(\d)")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(\d)(kWh|W|m3|min)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GluedUnit();

    [GeneratedRegex(@"[\s.,;:!?]+$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(given|when|then|and|but)\b[:\s]*", RegexOptions.IgnoreCase)]
    private static partial Regex Keyword();

    [GeneratedRegex(@"\s+(#|//|--).*$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"^-?\d+$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[-+]?(\d+(\.\d+)?|\.\d+)$")]
    private static partial Regex Fraction();
}
