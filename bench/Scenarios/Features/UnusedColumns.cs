using Gherkin.Ast;

namespace HilBench.Scenarios.Features;

/// <summary>
/// Examples of which no column stands anywhere: every row would prove the same. A column beside others that are used
/// may be a remark for whoever reads the feature.
/// </summary>
internal static class UnusedColumns
{
    public static IEnumerable<(int Line, string What)> In(Scenario outline)
    {
        var texts = string.Join('\n', TextsOf(outline));
        foreach (var examples in outline.Examples.Where(one => one.TableHeader is not null))
        {
            string[] names = [.. Values(examples.TableHeader).Where(name => name.Length > 0).Distinct()];
            if (names.Any(name => texts.Contains($"<{name}>", StringComparison.Ordinal))) continue;
            var told = Excerpt.Of(string.Join(", ", names));
            yield return (examples.TableHeader.Location.Line,
                $"none of the columns ({told}) is used, so every row would prove the same; "
                + "write the name of a column between < and > in a step or in the title");
        }
    }

    /// <summary>Columns that stand nowhere, of examples whose other columns do.</summary>
    public static IEnumerable<(int Line, string Column)> Beside(Scenario outline)
    {
        var texts = string.Join('\n', TextsOf(outline));
        foreach (var header in outline.Examples.Select(one => one.TableHeader).Where(header => header is not null))
        {
            string[] names = [.. Values(header).Where(name => name.Length > 0).Distinct()];
            string[] used = [.. names.Where(name => texts.Contains($"<{name}>", StringComparison.Ordinal))];
            if (used.Length == 0) continue;
            foreach (var name in names.Except(used)) yield return (header.Location.Line, name);
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
