using System.Globalization;
using HilBench.Meter;

namespace HilBench.Board;

/// <summary>
/// What the wires of a board are called in a recording and in a logic analyser: <c>ROW1</c>, <c>COL3</c>,
/// <c>LCD_E</c>. Keys are pins of the processor, or lines of an expander where the part hangs on one.
/// </summary>
public static class WireNames
{
    public const string Mains = "MAINS";

    /// <summary>The load switch; high is closed.</summary>
    public const string Load = "LOAD";

    /// <summary>All that hangs on the processor's own pins.</summary>
    public static IReadOnlyDictionary<int, string> OfProcessor(BoardWiring wiring)
    {
        var names = new Dictionary<int, string>();
        if (wiring.Keypad.Expander is null) Add(names, OfPad(wiring.Keypad));
        else if (wiring.Keypad.Expander.Interrupt is { } interrupt) names[interrupt] = "PAD_INT";
        if (wiring.Display is { Backpack: null, Segments: null }) Add(names, OfPanel(wiring.Display));
        names[wiring.LoadSwitch] = Load;
        if (wiring.Indicators.Buzzer is { } buzzer) names[buzzer] = "BUZZER";
        foreach (var led in Enum.GetValues<Led>())
        {
            if (wiring.Indicators.PinOf(led) is { } pin) names[pin] = $"LED_{led}".ToUpperInvariant();
        }

        return names;
    }

    /// <summary>Rows and columns of the pad.</summary>
    public static IReadOnlyDictionary<int, string> OfPad(KeypadWiring wiring)
    {
        var names = new Dictionary<int, string>();
        for (var row = 0; row < wiring.Rows.Count; row++) names[wiring.Rows[row]] = Numbered("ROW", row + 1);
        for (var column = 0; column < wiring.Columns.Count; column++)
            names[wiring.Columns[column]] = Numbered("COL", column + 1);
        return names;
    }

    /// <summary>The bus of the panel.</summary>
    public static IReadOnlyDictionary<int, string> OfPanel(LcdWiring wiring)
    {
        var names = new Dictionary<int, string>
        {
            [wiring.RegisterSelect] = "LCD_RS", [wiring.Enable] = "LCD_E", [wiring.D4] = "LCD_D4",
            [wiring.D5] = "LCD_D5", [wiring.D6] = "LCD_D6", [wiring.D7] = "LCD_D7",
        };
        if (wiring.ReadWrite is { } readWrite) names[readWrite] = "LCD_RW";
        if (wiring.Backpack?.Backlight is { } light) names[light] = "LCD_LIGHT";
        return names;
    }

    /// <summary>The contact below a key.</summary>
    public static string Key(char key) => $"KEY_{KeyWord(key)}";

    /// <summary>A pin that nothing of the meter hangs on.</summary>
    public static string Unused(int pin) => Numbered("GPIO", pin);

    private static string KeyWord(char key) => key switch
    {
        '*' => "STAR",
        '#' => "HASH",
        _ when char.IsAsciiLetterOrDigit(key) => key.ToString(),
        _ => Numbered("U", key),
    };

    private static string Numbered(string what, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}{number}");

    private static void Add(Dictionary<int, string> names, IReadOnlyDictionary<int, string> more)
    {
        foreach (var (pin, name) in more) names[pin] = name;
    }
}
