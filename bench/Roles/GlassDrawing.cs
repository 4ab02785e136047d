namespace HilBench.Roles;

/// <summary>
/// Draws displays with lines and corners, as people look at them in a terminal, a report or a README.
/// </summary>
public static class GlassDrawing
{
    /// <summary>One display: a frame around lines of equal width, as high as asked for if that is more.</summary>
    public static IReadOnlyList<string> Draw(IReadOnlyList<string> lines, int columns, int height = 0)
    {
        var bar = new string('─', columns + 2);
        return
        [
            $"┌{bar}┐",
            .. lines.Concat(Enumerable.Repeat("", Math.Max(0, height - lines.Count)))
                .Select(line => $"│ {Fit(line, columns)} │"),
            $"└{bar}┘",
        ];
    }

    private static string Fit(string text, int width) => text.Length > width ? text[..width] : text.PadRight(width);
}
