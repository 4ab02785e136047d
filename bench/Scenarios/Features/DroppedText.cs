using System.Text.RegularExpressions;
using Gherkin.Ast;

namespace HilBench.Scenarios.Features;

/// <summary>
/// What Gherkin drops without a word: behind the last | of a row, and behind the marks of a doc string. A remark that
/// begins with # may stand there; an opening mark may have the name of a format behind it.
/// </summary>
internal static partial class DroppedText
{
    public static IEnumerable<(int Line, string What)> In(Feature feature, string[] lines) =>
        feature.Children.SelectMany(child => In(child, lines));

    private static IEnumerable<(int Line, string What)> In(IHasLocation child, string[] lines)
    {
        if (child is Rule rule)
            return rule.Children.SelectMany(inner => In(inner, lines));
        var steps = child is StepsContainer container ? container.Steps.ToArray() : [];
        var examples = child is Scenario scenario ? scenario.Examples : [];
        IEnumerable<TableRow> rows =
        [
            .. steps.SelectMany(step => step.DataTable?.Rows ?? []),
            .. examples.Where(one => one.TableHeader is not null)
                .SelectMany(one => one.TableBody.Prepend(one.TableHeader)),
        ];
        return rows.SelectMany(row => Behind(row, lines))
            .Concat(steps.Where(step => step.DocString is not null).SelectMany(step => Beside(step.DocString, lines)));
    }

    private static IEnumerable<(int Line, string What)> Behind(TableRow row, string[] lines)
    {
        var text = lines[row.Location.Line - 1].Trim();
        var end = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '|') end = at + 1;
            // What follows a backslash divides no cells.
            if (text[at] == '\\') at++;
        }

        var behind = text[end..].Trim();
        if (!IsNothing(behind))
        {
            yield return (row.Location.Line, $"nothing may stand behind the last |: \"{Excerpt.Of(behind)}\"; "
                + "write | behind it or remove it");
        }
    }

    private static IEnumerable<(int Line, string What)> Beside(DocString doc, string[] lines)
    {
        var open = lines[doc.Location.Line - 1].Trim();
        var format = open[Math.Min(doc.Delimiter.Length, open.Length)..].Trim();
        if (!IsNothing(format) && !Format().IsMatch(format))
        {
            yield return (doc.Location.Line, $"only the name of a format, such as json, may stand behind an opening "
                + $"{doc.Delimiter}: \"{Excerpt.Of(format)}\"; write it on the next line");
        }

        for (var at = doc.Location.Line; at < lines.Length; at++)
        {
            var close = lines[at].Trim();
            if (!close.StartsWith(doc.Delimiter, StringComparison.Ordinal)) continue;
            var behind = close[doc.Delimiter.Length..].Trim();
            if (IsNothing(behind)) yield break;
            yield return (at + 1, $"nothing may stand behind a closing {doc.Delimiter}: \"{Excerpt.Of(behind)}\"; "
                + "write it on a line of its own");
            yield break;
        }
    }

    private static bool IsNothing(string text) => text.Length == 0 || text[0] == '#';

    [GeneratedRegex(@"^([A-Za-z][\w+./-]*|<[^<>]+>)$")]
    private static partial Regex Format();
}
