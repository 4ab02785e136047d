using Gherkin.Ast;

namespace HilBench.Scenarios.Features;

/// <summary>Columns of examples whose values stand nowhere: every row would prove the same.</summary>
internal static class UnusedColumns
{
    /// <summary>For the reader of the feature; so is a name that begins with #.</summary>
    private static readonly HashSet<string> Remarks = new(StringComparer.OrdinalIgnoreCase)
    {
        "remark", "remarks", "comment", "comments", "note", "notes", "description", "reason", "why", "case",
        "scenario", "ticket",
    };

    public static IEnumerable<(int Line, string What)> In(Scenario outline)
    {
        var told = new HashSet<string>();
        var texts = string.Join('\n', TextsOf(outline));
        foreach (var examples in outline.Examples.Where(one => one.TableHeader is not null))
        {
            var header = examples.TableHeader;
            foreach (var (at, name) in Values(header).Index())
            {
                // One | too many at the end of each line is no column.
                if (name.Length == 0 && examples.TableBody.All(row => Values(row).ElementAt(at).Length == 0)) continue;
                if (Remarks.Contains(name) || name.StartsWith('#') || !told.Add(name)) continue;
                if (texts.Contains($"<{name}>", StringComparison.Ordinal)) continue;
                yield return (header.Location.Line, name.Length == 0
                    ? $"column {at + 1} has no name, so its values would prove nothing"
                    : $"column \"{Excerpt.Of(name)}\" is not used by any step, so its values would prove nothing; "
                        + $"write <{Excerpt.Of(name)}> in a step or in the title");
            }
        }
    }

    /// <summary>All that a row puts values into; a value may hold the name of another column.</summary>
    private static IEnumerable<string> TextsOf(Scenario outline) =>
    [
        outline.Name,
        .. outline.Steps.SelectMany(step => (string[])
        [
            step.Text, step.DocString?.Content ?? "", step.DocString?.ContentType ?? "",
            .. step.DataTable?.Rows.SelectMany(Values) ?? [],
        ]),
        .. outline.Examples.SelectMany(examples => examples.TableBody ?? []).SelectMany(Values),
    ];

    private static IEnumerable<string> Values(TableRow row) => row.Cells.Select(cell => cell.Value);
}
