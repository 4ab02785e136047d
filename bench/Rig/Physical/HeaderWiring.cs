using HilBench.Rig.Board;

namespace HilBench.Rig.Physical;

/// <summary>
/// A Raspberry Pi's 40-pin header with what a rig hangs on it, and what to mind before the supply is switched on.
/// </summary>
public sealed class HeaderWiring
{
    public const int PinCount = 40;

    private const string Ground = "GND";

    /// <summary>Pin 1 to 40 of the header: a BCM number, or a supply.</summary>
    private static readonly string[] Header =
    [
        "3V3", "5V", "2", "5V", "3", Ground, "4", "14", Ground, "15", "17", "18", "27", Ground, "22", "23", "3V3",
        "24", "10", Ground, "9", "25", "11", "8", Ground, "7", "0", "1", "5", Ground, "6", "12", "13", Ground, "19",
        "16", "26", "20", Ground, "21",
    ];

    private readonly Dictionary<int, string> _uses = [];

    public HeaderWiring(BoardWiring wiring)
    {
        for (var row = 0; row < wiring.Keypad.Rows.Count; row++)
            _uses[wiring.Keypad.Rows[row]] = $"keypad row {row + 1} ({wiring.Keypad.Legend[row]})";
        for (var column = 0; column < wiring.Keypad.Columns.Count; column++)
            _uses[wiring.Keypad.Columns[column]] = $"keypad column {column + 1}";
        var lcd = wiring.Display;
        for (var bit = 0; bit < lcd.Data.Count; bit++) _uses[lcd.Data[bit]] = $"display D{bit + 4}";
        _uses[lcd.RegisterSelect] = "display RS";
        _uses[lcd.Enable] = "display E";
        _uses[wiring.LoadSwitch] = "load switch relay";
        if (lcd.ReadWrite is { } readWrite) _uses[readWrite] = "display R/W";
        Warnings = [.. WarningsOf(wiring)];
    }

    /// <summary>One line each; empty when there is nothing to mind.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>What stands beside a pin of the header, 1 to 40, and whether the rig uses it.</summary>
    public (string Name, string Use) At(int pin)
    {
        var name = Header[pin - 1];
        return int.TryParse(name, out var bcm)
            ? ($"GPIO{bcm}", _uses.GetValueOrDefault(bcm, ""))
            : (name, "");
    }

    /// <summary>The header as it lies before you, pin 1 at the top left.</summary>
    public IReadOnlyList<string> Draw()
    {
        var lines = new List<string>();
        for (var pin = 1; pin < PinCount; pin += 2)
        {
            var (left, right) = (At(pin), At(pin + 1));
            var mark = (left.Use.Length > 0 ? '●' : '○', right.Use.Length > 0 ? '●' : '○');
            lines.Add($"{left.Use,26}  {left.Name,6} {pin,2} {mark.Item1} {mark.Item2} {pin + 1,-2} {right.Name,-6}  "
                .TrimEnd() + (right.Use.Length > 0 ? "  " + right.Use : ""));
        }

        return lines;
    }

    private static IEnumerable<string> WarningsOf(BoardWiring wiring)
    {
        if (wiring.Display.ReadWrite is { } pin)
        {
            yield return $"R/W on GPIO{pin}: the display drives D4 to D7. With a 5 V display that destroys 3.3 V pins; "
                + "use a 3.3 V display or a level shifter, or tie R/W to ground and leave readWrite null";
        }
        else
        {
            yield return "tie the display's R/W to ground: a 5 V display must never drive a 3.3 V pin";
        }

        yield return "the relay needs a driver (transistor and diode, or a module): a GPIO pin gives 16 mA at most";
        foreach (var i2c in wiring.Pins().Where(used => used is 2 or 3))
            yield return $"GPIO{i2c} has a fixed 1.8 kΩ pull-up and belongs to I2C; take another pin";
        foreach (var serial in wiring.Pins().Where(used => used is 14 or 15))
            yield return $"GPIO{serial} is the serial console by default; switch it off or take another pin";
    }
}
