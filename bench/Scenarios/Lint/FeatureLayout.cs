using Gherkin;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Lint;

/// <summary>
/// A feature as it should stand: two blanks for each level, tables aligned, one empty line before each scenario, rule
/// and background, no blanks at the ends of lines, a line end at the end. Doc strings and comments stay as they are,
/// byte for byte. Lines end as the first line of the file does.
/// </summary>
public static class FeatureLayout
{
    /// <summary>
    /// The same feature well spaced, which is the same text when it is so already; null when the text is no feature,
    /// or would say something else afterwards.
    /// </summary>
    public static string? Of(string text)
    {
        try
        {
            var document = new Parser().Parse(new StringReader(text));
            if (document.Feature is null) return null;
            var lines = LineMap.Of(document, FeatureLines.Of(text));
            var laid = string.Concat(Written(lines).Select(line => line + EndOf(text)));
            // The parser decides: nothing is written that it would read in another way.
            return FeatureMeaning.Of(laid) == FeatureMeaning.Of(text) ? laid : null;
        }
        catch (ParserException)
        {
            return null;
        }
    }

    private static string EndOf(string text)
    {
        var first = text.AsSpan().IndexOfAny('\r', '\n');
        return first >= 0 && text[first] == '\r' && first + 1 < text.Length && text[first + 1] == '\n' ? "\r\n" : "\n";
    }

    private static List<string> Written(LineMap map)
    {
        var written = new List<string>();
        for (var at = 0; at < map.Count; at++)
        {
            if (map.BeginsBlock(at) || map.IsBlank(at)) AddBlank(written);
            if (!map.IsBlank(at)) written.Add(map.IsKept(at) ? map.Lines[at] : map.Write(at));
        }

        while (written is [.., ""]) written.RemoveAt(written.Count - 1);
        return written;
    }

    /// <summary>One, and none at the top.</summary>
    private static void AddBlank(List<string> written)
    {
        if (written.Count > 0 && written[^1].Length > 0) written.Add("");
    }
}
