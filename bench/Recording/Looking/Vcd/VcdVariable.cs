namespace HilBench.Recording.Looking.Vcd;

/// <summary>A variable of a VCD file.</summary>
/// <param name="Scope">The scope it stands in, such as <c>keypad</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Id">The short name that stands for it in the file.</param>
/// <param name="IsText">It is a string; else it is one wire.</param>
internal sealed record VcdVariable(string Scope, string Name, string Id, bool IsText)
{
    /// <summary>A text that stands there.</summary>
    public string? Text { get; set; }

    public string Declaration => IsText ? $"$var string 1 {Id} {Name} $end" : $"$var wire 1 {Id} {Name} $end";

    /// <summary>Where a wire is looked for.</summary>
    public static string ScopeOf(string wire) =>
        Begins(wire, "KEY_", "ROW", "COL", "PAD_") ? "keypad"
        : Begins(wire, "LCD_") ? "lcd"
        : Begins(wire, "LED_", "BUZZER") ? "front"
        : "board";

    private static bool Begins(string wire, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (wire.StartsWith(beginning, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
