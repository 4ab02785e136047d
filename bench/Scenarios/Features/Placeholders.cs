using System.Text.RegularExpressions;
using Gherkin.Ast;
using HilBench.Input;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Features;

/// <summary>
/// What stands between angle brackets in an outline and is no column of its examples would be taken word for word. The
/// steps of others may read such words themselves, and a text may hold markup or comparisons: those are left alone.
/// </summary>
internal static partial class Placeholders
{
    /// <summary>Tags of HTML that often stand without their closing one.</summary>
    private static readonly HashSet<string> Html =
    [
        "br", "hr", "img", "input", "p", "li", "td", "tr", "b", "i", "u", "h1", "h2", "h3", "div", "span", "a", "html",
    ];

    /// <summary>
    /// Each placeholder that is no column of any of the outline's examples, with its line. In sentences that are not
    /// the bench's own only those that are nearly a column.
    /// </summary>
    public static IEnumerable<(int Line, string What)> WithoutColumn(Scenario outline, SentenceBook book)
    {
        var first = ExampleRow.FirstOf(outline);
        var isOurs = outline.Steps.Any(
            step => book.KindsOf(first.FillIn(step.Text)).Count > 0 || book.Shaped(step.Text).Any());
        var columns = outline.Examples.Where(examples => examples.TableHeader is not null)
            .SelectMany(examples => examples.TableHeader.Cells.Select(cell => cell.Value)).Distinct().ToArray();
        foreach (var text in Texts(outline))
        {
            foreach (var name in NamesIn(text.Text).Distinct().Where(name => !columns.Contains(name)))
            {
                var nearest = columns.FirstOrDefault(column => IsSlip(name, column));
                if (nearest is null && (!isOurs || text.IsMarkup(name))) continue;
                yield return (text.Line, $"<{name}> is not a column of the examples; "
                    + (nearest is not null ? $"did you mean <{nearest}>?"
                        : columns.Length > 0 ? $"they have {string.Join(", ", columns.Select(one => $"<{one}>"))}"
                        : "an outline needs Examples with a column for each placeholder"));
            }
        }
    }

    private static bool IsSlip(string name, string column)
    {
        var edits = NearestName.Edits(name.ToUpperInvariant(), column.ToUpperInvariant());
        return edits <= column.Length switch { < 3 => 0, < 6 => 1, _ => 2 };
    }

    private static IEnumerable<Place> Texts(Scenario outline)
    {
        yield return Place.Sentence(outline.Location.Line, outline.Name);
        foreach (var step in outline.Steps)
        {
            yield return Place.Sentence(step.Location.Line, step.Text);
            if (step.DocString is { } doc)
            {
                var lines = doc.Content.ReplaceLineEndings("\n").Split('\n');
                for (var at = 0; at < lines.Length; at++)
                    yield return new Place(doc.Location.Line + 1 + at, lines[at], doc.Content, MayBeMarkup: true);
            }

            if (step.DataTable is not { } table) continue;
            foreach (var cell in table.Rows.SelectMany(row => row.Cells))
                yield return new Place(cell.Location.Line, cell.Value, cell.Value, MayBeMarkup: true);
        }
    }

    private static IEnumerable<string> NamesIn(string text) => Name().Matches(text)
        .Select(match => match.Groups[1].Value)
        .Where(name => !name.Contains(" and ", StringComparison.Ordinal)
            && !name.Contains(" or ", StringComparison.Ordinal));

    /// <summary>A word or a few: no comparison, no closing tag, no attribute.</summary>
    [GeneratedRegex(@"<((?!\s)[\p{L}_][\p{L}\p{N}_ .\-]{0,59}(?<!\s))>")]
    private static partial Regex Name();

    /// <summary>A text of the outline.</summary>
    /// <param name="Line">Where it stands.</param>
    /// <param name="Text">One line of it.</param>
    /// <param name="Whole">All of it.</param>
    /// <param name="MayBeMarkup">In a sentence only what is quoted can be markup.</param>
    private sealed record Place(int Line, string Text, string Whole, bool MayBeMarkup)
    {
        public static Place Sentence(int line, string text) => new(
            line, text, text, MayBeMarkup: text.IndexOfAny(['"', '\'']) >= 0);

        public bool IsMarkup(string name) => MayBeMarkup
            && (Html.Contains(name.ToLowerInvariant()) || Whole.Contains($"</{name}", StringComparison.Ordinal));
    }
}
