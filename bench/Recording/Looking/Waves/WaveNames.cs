namespace HilBench.Recording.Looking.Waves;

/// <summary>What wires and lines are for, by their names.</summary>
internal static class WaveNames
{
    private static readonly (string Begins, WaveKind Kind)[] Wires =
    [
        ("KEY_", WaveKind.Contact), ("ROW", WaveKind.Keypad), ("COL", WaveKind.Keypad), ("PAD_", WaveKind.Keypad),
        ("LCD_", WaveKind.Display), ("BUZZER", WaveKind.Buzzer), ("LED_", WaveKind.Lamp), ("MAINS", WaveKind.Supply),
        ("LOAD", WaveKind.Supply),
    ];

    public static WaveKind KindOf(string wire)
    {
        foreach (var (begins, kind) in Wires)
        {
            if (wire.StartsWith(begins, StringComparison.Ordinal)) return kind;
        }

        return WaveKind.Other;
    }

    public static WaveKind KindOfLine(string line) => WireWords.IsBus(line) ? WaveKind.Bus : WaveKind.Link;
}
