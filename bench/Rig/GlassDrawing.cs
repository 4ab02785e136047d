namespace HilBench.Rig;

/// <summary>
/// Draws displays with lines and corners, as people look at them in a terminal, a report or a README.
/// </summary>
public static class GlassDrawing
{
    /// <summary>One display: a frame around lines of equal width.</summary>
    public static IReadOnlyList<string> Draw(IReadOnlyList<string> lines, int columns)
    {
        var bar = new string('─', columns + 2);
        return
        [
            $"┌{bar}┐",
            .. lines.Select(line => $"│ {Fit(line, columns)} │"),
            $"└{bar}┘",
        ];
    }

    /// <summary>Two displays beside each other under their titles, for comparing.</summary>
    public static IReadOnlyList<string> DrawBeside(
        string leftTitle, IReadOnlyList<string> left, string rightTitle, IReadOnlyList<string> right, int columns)
    {
        var height = Math.Max(left.Count, right.Count);
        var drawnLeft = Draw(Padded(left, height), columns);
        var drawnRight = Draw(Padded(right, height), columns);
        var width = columns + 4;
        return
        [
            $"{Fit(leftTitle, width)}   {rightTitle}",
            .. drawnLeft.Zip(drawnRight, (a, b) => $"{a}   {b}"),
        ];
    }

    private static IReadOnlyList<string> Padded(IReadOnlyList<string> lines, int height) =>
        [.. lines, .. Enumerable.Repeat("", height - lines.Count)];

    private static string Fit(string text, int width) => text.Length > width ? text[..width] : text.PadRight(width);
}
