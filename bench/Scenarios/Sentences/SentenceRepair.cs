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
    /// <param name="text">The sentence.</param>
    /// <param name="written">The same with its placeholders, as it stands in the file.</param>
    /// <param name="book">The sentences there are.</param>
    public static string? Of(string text, string written, SentenceBook book)
    {
        if (text.Length > SentenceBook.Longest) return null;
        if (Thousands(text, book) is { } number) return number;
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

        if (written != text && book.Shaped(written).FirstOrDefault().Shape is { } meant)
            return Value(text, written, meant);
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

    /// <summary>The words of the outline are right, so a value of the row is wrong.</summary>
    private static string Value(string text, string written, SentenceShape meant)
    {
        var words = SentenceShape.WordsOf(text);
        var why = meant.MatchWidely(words) is { } values ? Misfit(meant, values) : null;
        return why ?? (words.Count < SentenceShape.WordsOf(written).Count
            ? "the cell is empty"
            : $"the values of the row do not fit \"{meant.Expression}\"");
    }

    /// <summary>A comma or point between thousands; three digits behind one comma may be either.</summary>
    private static string? Thousands(string text, SentenceBook book)
    {
        if (Grouped().Match(text) is not { Success: true } match) return null;
        var (number, isPointLast) = (match.Value, match.Value.LastIndexOf('.') > match.Value.IndexOf(','));
        var plain = isPointLast || !number.Contains('.')
            ? number.Replace(",", "", StringComparison.Ordinal)
            : number.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        if (book.KindsOf(text.Replace(number, plain, StringComparison.Ordinal)).Count == 0) return null;
        if (number.Contains('.') && !isPointLast) return $"write {plain}";
        var point = number.Replace(',', '.');
        return number.Count(character => character == ',') == 1 && !isPointLast
            && book.KindsOf(text.Replace(number, point, StringComparison.Ordinal)).Count > 0
            ? $"write {plain}, or {point} with a point"
            : $"leave the comma out: {plain}";
    }

    /// <summary>The words are right; what stands in place of a parameter is not of its kind.</summary>
    private static string? Misfit(SentenceShape shape, IReadOnlyList<string> values) =>
        values.Zip(shape.Parameters, Unfit).FirstOrDefault(why => why is not null);

    private static string? Unfit(string value, string type)
    {
        var said = $"\"{Excerpt.Of(value)}\"";
        if (type != "string" && value is ['<', .., '>'])
            return $"{said} is a placeholder: it needs Examples with a column \"{value[1..^1]}\" below the scenario";
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

    [GeneratedRegex(@"(?<![\d.,])[1-9]\d{0,2}(((,\d{3})+(\.\d+)?)|((\.\d{3})+,\d+))(?![\d.,])")]
    private static partial Regex Grouped();

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
