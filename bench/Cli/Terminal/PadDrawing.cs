namespace HilBench.Cli;

/// <summary>Draws a keypad with one key marked, for a person who is to press it.</summary>
public static class PadDrawing
{
    /// <summary>One text for each row, the marked key in brackets: <c> 4 [5] 6 </c>.</summary>
    public static IReadOnlyList<string> Draw(IReadOnlyList<string> legend, char marked) =>
        [.. legend.Select(row => string.Concat(row.Select(key => key == marked ? $"[{key}]" : $" {key} ")))];
}
