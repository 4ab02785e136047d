using Gherkin.Ast;

namespace HilBench.Scenarios.Features;

/// <summary>One row of an outline's examples; none for a plain scenario.</summary>
internal sealed record ExampleRow(string[] Names, string[] Values, int? Line)
{
    public static ExampleRow None { get; } = new([], [], null);

    /// <summary>The first row of a scenario's examples, or none.</summary>
    public static ExampleRow FirstOf(Scenario scenario) =>
        scenario.Examples.SelectMany(AllOf).FirstOrDefault() ?? None;

    public static IEnumerable<ExampleRow> AllOf(Examples examples)
    {
        if (examples.TableHeader is null) yield break;
        var names = examples.TableHeader.Cells.Select(cell => cell.Value).ToArray();
        foreach (var row in examples.TableBody)
            yield return new ExampleRow(names, [.. row.Cells.Select(cell => cell.Value)], row.Location.Line);
    }

    /// <summary>The cells that a title with some of the names in it does not show.</summary>
    public IReadOnlyList<ExampleCell> BesideTitle(string title)
    {
        var isShown = Names.Select(name => title.Contains($"<{name}>", StringComparison.Ordinal)).ToArray();
        return isShown.Contains(true)
            ? [.. Names.Zip(Values, isShown).Where(cell => !cell.Third)
                .Select(cell => new ExampleCell(cell.First, cell.Second))]
            : [];
    }

    public string FillIn(string text)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (Names[i].Length > 0) text = text.Replace($"<{Names[i]}>", Values[i], StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>
    /// The row and the values it put into a text, for a message: <c>example row on line 9: a = ten</c>. Null when the
    /// text takes nothing from the row.
    /// </summary>
    public string? Told(string written)
    {
        if (Line is not { } line) return null;
        var used = Enumerable.Range(0, Names.Length)
            .Where(i => written.Contains($"<{Names[i]}>", StringComparison.Ordinal))
            .Select(i => $"{Names[i]} = {Values[i]}").ToArray();
        return used.Length == 0 ? null : $"example row on line {line}: {string.Join(", ", used)}";
    }
}
