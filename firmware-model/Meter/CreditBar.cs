namespace HilBench.Meter;

/// <summary>
/// The credit as a bar over a whole line: each cell has five columns of dots, so a line of twenty cells has a hundred
/// steps. An empty bar means no credit; whoever has any sees a column at least.
/// </summary>
internal static class CreditBar
{
    private const int StepsPerCell = 5;

    /// <summary>One to four columns of a cell, then the whole of it.</summary>
    private const string Cells = "▏▎▌▊█";

    public static string Of(MeterRegisters registers, MeterProfile profile)
    {
        var steps = profile.Display.Columns * StepsPerCell;
        var full = CreditRegister.Of(profile.FullBar.TenthsOfKwh, profile.Accounting.Scale).Raw;
        var filled = (int)Int128.Min(steps, (registers.Credit.Raw * steps + full - 1) / full);
        var whole = new string(Cells[^1], filled / StepsPerCell);
        return filled % StepsPerCell == 0 ? whole : whole + Cells[filled % StepsPerCell - 1];
    }
}
