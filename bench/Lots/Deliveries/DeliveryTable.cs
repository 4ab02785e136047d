using HilBench.Input;
using nietras.SeparatedValues;

namespace HilBench.Lots.Deliveries;

/// <summary>A small file of columns, with the line each row stands on.</summary>
/// <param name="File">As the user knows it.</param>
/// <param name="Header">The cells of its first line.</param>
/// <param name="Rows">The others, without empty lines.</param>
internal sealed record DeliveryTable(
    string File, IReadOnlyList<string> Header, IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows)
{
    private static readonly char[] Separators = [';', '\t', ','];

    /// <exception cref="SettingsException">It has no first line, or is no such file.</exception>
    public static DeliveryTable Of(string file, string text)
    {
        text = text.TrimStart('\uFEFF');
        var first = text.ReplaceLineEndings("\n").Split('\n')[0];
        if (text.Contains('\0')) throw new SettingsException($"{file}: is not text in UTF-8; save it as CSV in UTF-8");
        if (first.Trim().Length == 0)
            throw new SettingsException($"{file}:1: the first line must name the columns, such as meter number");
        var separator = Separators.MaxBy(one => first.Count(letter => letter == one));
        using var reader = Sep.New(separator)
            .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
            .FromText(text);
        IReadOnlyList<string>? header = null;
        var rows = new List<(int, IReadOnlyList<string>)>();
        foreach (var row in reader)
        {
            if (row.LineNumberToExcl - row.LineNumberFrom > 1)
            {
                throw new SettingsException(
                    $"{file}:{row.LineNumberFrom}: a quote opens a field here that goes on in the next line; close it, "
                    + "or write a quote that is meant as one twice within quotes");
            }

            var cells = new string[row.ColCount];
            for (var at = 0; at < cells.Length; at++) cells[at] = row[at].ToString().Trim();
            if (header is null) header = cells;
            else if (cells.Any(cell => cell.Length > 0)) rows.Add((row.LineNumberFrom, cells));
        }

        return new DeliveryTable(file, header!, rows);
    }

    public SettingsException Wrong(int line, string what) => new($"{File}:{line}: {what}");
}
