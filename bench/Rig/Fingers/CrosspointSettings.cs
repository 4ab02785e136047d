using HilBench.Board;

namespace HilBench.Rig.Fingers;

/// <summary>How an ADG2128 is wired across the pad.</summary>
/// <param name="Address">0x70 to 0x77.</param>
/// <param name="Rows">The Y line at each row, top row first.</param>
/// <param name="Columns">The X line at each column, left column first.</param>
/// <param name="Reset">The processor's pin at RESET; null = tied high.</param>
public sealed record CrosspointSettings(
    int Address, IReadOnlyList<int> Rows, IReadOnlyList<int> Columns, int? Reset = null)
{
    public const int XLines = 12;
    public const int YLines = 8;

    /// <summary>Row n at Yn, column n at Xn.</summary>
    public static CrosspointSettings Straight(int rows, int columns, int address = 0x70) =>
        new(address, [.. Enumerable.Range(0, rows)], [.. Enumerable.Range(0, columns)]);

    /// <summary>What is wrong with it for this pad, or null.</summary>
    public string? Problem(KeypadWiring pad)
    {
        if (Address is < 0x70 or > 0x77) return $"no ADG2128 answers to 0x{Address:X2}; allowed: 0x70 to 0x77";
        if (Rows.Count != pad.Rows.Count)
            return $"press.rows names {Rows.Count} lines, the pad has {pad.Rows.Count} rows";
        if (Columns.Count != pad.Columns.Count)
            return $"press.columns names {Columns.Count} lines, the pad has {pad.Columns.Count} columns";
        if (Rows.Any(line => line >= YLines)) return $"press.rows: an ADG2128 has Y0 to Y{YLines - 1}";
        if (Columns.Any(line => line >= XLines)) return $"press.columns: an ADG2128 has X0 to X{XLines - 1}";
        return Rows.Distinct().Count() == Rows.Count && Columns.Distinct().Count() == Columns.Count
            ? null
            : "a line of the crosspoint switch is used twice";
    }
}
