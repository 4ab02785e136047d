using System.Globalization;

namespace HilBench.Scenarios.Lint;

/// <summary>
/// Rows of a table with their bars one below the other. Cells are cut where the parser cuts them and stay as they are
/// written: <c>\|</c> is no bar.
/// </summary>
internal static class TableLayout
{
    private const char Bar = '|';
    private const char Escape = '\\';
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>The rows from their first bar on; null when one of them is no whole row.</summary>
    public static string[]? Of(IReadOnlyList<string> rows)
    {
        var cells = new List<string[]>();
        foreach (var row in rows)
        {
            if (Cells(row.Trim()) is not { } cut || (cells.Count > 0 && cells[0].Length != cut.Length)) return null;
            cells.Add(cut);
        }

        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => Width(row[column])))];
        return
        [
            .. cells.Select(row => "|" + string.Concat(row.Select(
                (cell, column) => $" {cell}{new string(' ', widths[column] - Width(cell))} |"))),
        ];
    }

    private static string[]? Cells(string row)
    {
        if (row.Length < 2 || row[0] != Bar) return null;
        var (cells, begin) = (new List<string>(), 1);
        for (var at = 1; at < row.Length; at++)
        {
            if (row[at] == Escape) at++;
            else if (row[at] == Bar)
            {
                cells.Add(row[begin..at].Trim(Blanks));
                begin = at + 1;
            }
        }

        return begin == row.Length ? [.. cells] : null;
    }

    private static int Width(string cell) => new StringInfo(cell).LengthInTextElements;
}
