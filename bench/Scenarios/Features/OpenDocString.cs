using Gherkin;

namespace HilBench.Scenarios.Features;

/// <summary>
/// A doc string that nobody closed. The parser only notices at the end of the file, or where the next doc string opens,
/// which closes this one.
/// </summary>
internal static class OpenDocString
{
    private static readonly string[] Delimiters = ["\"\"\"", "```"];

    /// <summary>Where it opens and what is wrong with it; null when the error is another one.</summary>
    public static (int Line, string What)? In(string[] lines, ParserException error)
    {
        var all = AllIn(lines).ToArray();
        ParserException[] errors = error is CompositeParserException several ? [.. several.Errors] : [error];
        if (errors.OfType<UnexpectedEOFException>().Any(eof => eof.ExpectedTokenTypes.Contains("#DocStringSeparator"))
            && all is [.., { Close: null } open])
        {
            return (Guess(lines, all) ?? open.Open,
                $"this doc string is never closed; write {open.Delimiter} on a line of its own below its text");
        }

        // What stood between two doc strings was taken for text, and the text of the second for steps.
        var first = errors.OfType<UnexpectedTokenException>().FirstOrDefault()?.Location?.Line ?? 0;
        foreach (var (opens, closes, delimiter) in all)
        {
            var isNearest = all.All(other => other.Open <= opens || other.Open > first);
            if (closes is not { } close || close >= first || !isNearest) continue;
            if (StepIn(lines, opens, close) is not { } step) return null;
            return (opens, $"this doc string is not closed before line {step}; "
                + $"write {delimiter} on a line of its own below its text");
        }

        return null;
    }

    /// <summary>Of several doc strings the first that holds a step was left open.</summary>
    private static int? Guess(string[] lines, IEnumerable<(int Open, int? Close, string Delimiter)> all)
    {
        foreach (var (opens, closes, _) in all)
        {
            if (StepIn(lines, opens, closes ?? lines.Length + 1) is not null) return opens;
        }

        return null;
    }

    /// <summary>The first line inside that reads like the title of a scenario or like a step.</summary>
    private static int? StepIn(string[] lines, int open, int close)
    {
        for (var line = open + 1; line < close; line++)
        {
            var said = lines[line - 1].TrimStart();
            string[] beginnings = ["Given ", "When ", "Then ", "And ", "But ", "Scenario", "Rule:", "Examples:"];
            if (beginnings.Any(word => said.StartsWith(word, StringComparison.Ordinal))) return line;
        }

        return null;
    }

    private static IEnumerable<(int Open, int? Close, string Delimiter)> AllIn(string[] lines)
    {
        (int Line, string Delimiter)? open = null;
        for (var at = 0; at < lines.Length; at++)
        {
            var said = lines[at].TrimStart();
            var delimiter = Delimiters.FirstOrDefault(mark => said.StartsWith(mark, StringComparison.Ordinal));
            if (delimiter is null) continue;
            if (open is null)
            {
                open = (at + 1, delimiter);
            }
            else if (open.Value.Delimiter == delimiter)
            {
                yield return (open.Value.Line, at + 1, delimiter);
                open = null;
            }
        }

        if (open is { } never) yield return (never.Line, null, never.Delimiter);
    }
}
