using HilBench.Board;
using HilBench.Rig.Fingers;
using HilBench.Rig.Surroundings;

namespace HilBench.Physical;

/// <summary>
/// A Raspberry Pi's 40-pin header with what a rig hangs on it, and what to mind before the supply is switched on.
/// </summary>
public sealed class HeaderWiring
{
    public const int PinCount = 40;

    private const string Ground = "GND";

    /// <summary>Pins of the header that feed a part; any other of the same name will do as well.</summary>
    private const int First3V3 = 1;
    private const int Second3V3 = 17;
    private const int First5V = 2;
    private const int Second5V = 4;
    private const int DisplayGround = 6;
    private const int DriverGround = 14;
    private const int ExpanderGround = 20;

    private const int Sda = 2;
    private const int Scl = 3;

    /// <summary>Pin 1 to 40 of the header: a BCM number, or a supply.</summary>
    private static readonly string[] Header =
    [
        "3V3", "5V", "2", "5V", "3", Ground, "4", "14", Ground, "15", "17", "18", "27", Ground, "22", "23", "3V3",
        "24", "10", Ground, "9", "25", "11", "8", Ground, "7", "0", "1", "5", Ground, "6", "12", "13", Ground, "19",
        "16", "26", "20", Ground, "21",
    ];

    private readonly Dictionary<int, string> _uses = [];
    private readonly Dictionary<int, string> _supplies = [];

    public HeaderWiring(
        BoardWiring wiring, CrosspointSettings? crosspoint = null, bool hasKeypad = true,
        TestLoopSettings? loop = null, MainsRelaySettings? relay = null)
    {
        if (hasKeypad) UseForPad(wiring.Keypad);
        UseForDisplay(wiring.Display);
        _uses[wiring.LoadSwitch] = "load switch relay";
        foreach (var (pin, use) in wiring.Indicators.Uses) _uses[pin] = use;
        if (crosspoint?.Reset is { } reset) _uses[reset] = "crosspoint RESET";
        Feed(wiring, hasKeypad);
        Parts = [.. PartsOf(wiring, crosspoint, hasKeypad), .. SurroundingsWiring.PartsOf(loop, relay)];
        if (Parts.Count > 0) UseForI2c();

        Warnings =
        [
            .. WarningsOf(wiring, Parts.Count > 0), .. WarningsOf(crosspoint),
            .. SurroundingsWiring.WarningsOf(loop, relay),
        ];
    }

    /// <summary>A header with nothing but a relay board on its I2C: the meter is somewhere else.</summary>
    public HeaderWiring(MainsRelaySettings relay)
    {
        UseForI2c();
        _supplies[First3V3] = "MCP23017 VDD and RESET";
        _supplies[DisplayGround] = "MCP23017 VSS";
        Parts = [.. SurroundingsWiring.PartsOf(null, relay)];
        Warnings = [.. SurroundingsWiring.WarningsOf(null, relay)];
    }

    /// <summary>One line each; empty when there is nothing to mind.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The chips on I2C and what hangs on their lines.</summary>
    public IReadOnlyList<WiredPart> Parts { get; }

    /// <summary>What stands beside a pin of the header, 1 to 40, and whether the rig uses it.</summary>
    public (string Name, string Use) At(int pin)
    {
        var name = Header[pin - 1];
        return int.TryParse(name, out var bcm)
            ? ($"GPIO{bcm}", _uses.GetValueOrDefault(bcm, ""))
            : (name, _supplies.GetValueOrDefault(pin, ""));
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

        foreach (var part in Parts)
        {
            lines.Add("");
            lines.Add(part.Title);
            lines.AddRange(part.Lines.Select(line => $"  {line.Line,-6} {line.Use}"));
        }

        return lines;
    }

    private void UseForI2c()
    {
        _uses[Sda] = "I2C SDA";
        _uses[Scl] = "I2C SCL";
    }

    private void UseForPad(KeypadWiring pad)
    {
        if (pad.Expander is { } expander)
        {
            if (expander.Interrupt is { } pin) _uses[pin] = "keypad INTA";
            return;
        }

        foreach (var (line, use) in PadLines(pad)) _uses[line] = "keypad " + use;
    }

    /// <summary>Which supply and which ground goes to what.</summary>
    private void Feed(BoardWiring wiring, bool hasKeypad)
    {
        if (wiring.Display.Segments is not null)
        {
            _supplies[First3V3] = "digits VDD";
            _supplies[First5V] = "LEDs of the digits";
            _supplies[DisplayGround] = "digits GND";
        }
        else if (wiring.Display.Backpack is not null)
        {
            _supplies[First3V3] = "backpack VCC";
            _supplies[DisplayGround] = "backpack GND";
        }
        else if (wiring.Display.ReadWrite is null)
        {
            _supplies[First5V] = "display VDD, 5 V or 3.3 V";
            _supplies[DisplayGround] = "display VSS and R/W, V0";
        }
        else
        {
            _supplies[First3V3] = "display VDD, a 3.3 V one";
            _supplies[DisplayGround] = "display VSS, V0";
        }

        if (hasKeypad && wiring.Keypad.Expander is not null)
        {
            _supplies[Second3V3] = "MCP23017 VDD and RESET";
            _supplies[ExpanderGround] = "MCP23017 VSS, A0 to A2";
        }

        var front = wiring.Indicators;
        _supplies[Second5V] = front.Buzzer is null ? "driver of the relay" : "drivers of relay, buzzer";
        _supplies[DriverGround] = front.HasLeds ? "drivers, LEDs" : "driver";
    }

    private void UseForDisplay(LcdWiring lcd)
    {
        if (lcd.Backpack is not null || lcd.Segments is not null) return;
        foreach (var (line, use) in PanelLines(lcd)) _uses[line] = "display " + use;
    }

    private static IEnumerable<WiredPart> PartsOf(BoardWiring wiring, CrosspointSettings? crosspoint, bool hasKeypad)
    {
        if (wiring.Display.Segments is { } digits)
        {
            yield return new WiredPart($"HT16K33 at 0x{digits.Left:X2}", [("", "left four digits")]);
            yield return new WiredPart($"HT16K33 at 0x{digits.Right:X2}", [("", "right four digits")]);
        }
        else if (wiring.Display.Backpack is { } backpack)
        {
            var lines = PanelLines(wiring.Display).ToList();
            if (backpack.Backlight is { } light) lines.Add((light, "backlight"));
            yield return new WiredPart(
                $"PCF8574 at 0x{backpack.Address:X2}, the display's backpack",
                [.. lines.OrderBy(line => line.Line).Select(line => ($"P{line.Line}", line.Use))]);
        }

        if (!hasKeypad) yield break;
        if (wiring.Keypad.Expander is { } expander)
        {
            var lines = PadLines(wiring.Keypad)
                .Select(line => (ExpanderWiring.NameOf(line.Line), line.Use)).ToList();
            if (expander.Interrupt is { } pin) lines.Add(("INTA", $"GPIO{pin}"));
            yield return new WiredPart($"MCP23017 at 0x{expander.Address:X2}, the keypad", lines);
        }

        if (crosspoint is null) yield break;
        yield return new WiredPart(
            $"ADG2128 at 0x{crosspoint.Address:X2}, presses the keys",
            [
                .. crosspoint.Rows.Select((line, row) => ($"Y{line}", $"row {row + 1}")),
                .. crosspoint.Columns.Select((line, column) => ($"X{line}", $"column {column + 1}")),
                ("RESET", crosspoint.Reset is { } reset ? $"GPIO{reset}" : "VL"),
                ("VDD", "+12 V, and VSS to ground"),
                ("VL", "5 V"),
            ]);
    }

    private static IEnumerable<(int Line, string Use)> PadLines(KeypadWiring pad) =>
    [
        .. pad.Rows.Select((line, row) => (line, pad.Legend.Count > row
            ? $"row {row + 1} ({pad.Legend[row]})"
            : $"row {row + 1}")),
        .. pad.Columns.Select((line, column) => (line, $"column {column + 1}")),
    ];

    private static IEnumerable<(int Line, string Use)> PanelLines(LcdWiring lcd) =>
    [
        (lcd.RegisterSelect, "RS"),
        .. lcd.ReadWrite is { } readWrite ? [(readWrite, "R/W")] : Array.Empty<(int, string)>(),
        (lcd.Enable, "E"),
        .. lcd.Data.Select((line, bit) => (line, $"D{bit + 4}")),
    ];

    /// <summary>ADG2128 data sheet rev. D: VL 5 V, VDD/VSS ±5 V or 12 V/0 V; its inputs follow VL.</summary>
    private static IEnumerable<string> WarningsOf(CrosspointSettings? crosspoint)
    {
        if (crosspoint is null) yield break;
        yield return "the ADG2128 does not work from 3.3 V: feed VL 5 V and VDD 12 V (or VDD and VSS ±5 V), and put "
            + "a level shifter into its SDA, SCL and RESET";
    }

    private static IEnumerable<string> WarningsOf(BoardWiring wiring, bool hasI2c)
    {
        if (wiring.Display.Segments is not null)
        {
            yield return "feed the logic of the digits (VDD, SDA, SCL) 3.3 V and only their LEDs 5 V, where the module "
                + "has both";
        }
        else if (wiring.Display.Backpack is not null)
        {
            yield return "a backpack at 5 V pulls SDA and SCL up to 5 V, which destroys 3.3 V pins: feed it 3.3 V with "
                + "a 3.3 V panel, or put a level shifter into SDA and SCL";
        }
        else if (wiring.Display.ReadWrite is { } pin)
        {
            yield return $"R/W on GPIO{pin}: the display drives D4 to D7. With a 5 V display that destroys 3.3 V pins; "
                + "use a 3.3 V display or a level shifter, or tie R/W to ground and leave readWrite null";
        }
        else
        {
            yield return "tie the display's R/W to ground: a 5 V display must never drive a 3.3 V pin";
        }

        if (hasI2c)
        {
            yield return "leave the bus at 100 kHz: a PCF8574 is made for no more";
        }

        yield return "the relay needs a driver (transistor and diode, or a module): a GPIO pin gives 16 mA at most";
        if (wiring.Indicators.Buzzer is { } buzzer)
            yield return $"the buzzer on GPIO{buzzer} is an active one, behind a transistor";
        if (wiring.Indicators.HasLeds) yield return "each LED needs its resistor to ground, 470 Ω or more";
        foreach (var i2c in wiring.Pins().Where(used => used is Sda or Scl))
            yield return $"GPIO{i2c} has a fixed 1.8 kΩ pull-up and belongs to I2C; take another pin";
        var spi = string.Join(", ", wiring.Pins().Where(pin => pin is >= 7 and <= 11).Select(pin => $"GPIO{pin}"));
        if (spi.Length > 0) yield return $"{spi} can be SPI0: leave SPI switched off, or take other pins";
        foreach (var serial in wiring.Pins().Where(used => used is 14 or 15))
            yield return $"GPIO{serial} is the serial console by default; switch it off or take another pin";
    }
}

/// <summary>A chip on I2C: its title, and for each of its lines what it is wired to.</summary>
public sealed record WiredPart(string Title, IReadOnlyList<(string Line, string Use)> Lines);
