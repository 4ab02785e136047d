namespace HilBench.Cli;

/// <summary>A table in plain text: columns as wide as what stands in them.</summary>
internal static class Columns
{
    private const string Gap = "  ";

    public static IReadOnlyList<string> Of(string[] titles, IEnumerable<string[]> rows)
    {
        string[][] all = [titles, .. rows];
        var widths = titles.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        return
        [
            .. all.Select(row => row.Zip(widths, (cell, width) => cell.PadRight(width)))
                .Select(cells => string.Join(Gap, cells).TrimEnd()),
        ];
    }
}
