using System.Device.Gpio;
using HilBench.Board;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>One line of a check: what was looked at, whether it is right, and why not.</summary>
public sealed record CheckLine(string What, bool IsRight, string Detail);

/// <summary>
/// Looks at the bench itself, before any meter runs on it: chips on I2C, the pad at rest and row by row, the display's
/// memory where it can be read, each key once, diodes, and how short a press may be. It stops at nothing that it can go
/// on without; every line has its own verdict, and a cause where it is wrong.
/// </summary>
/// <param name="pins">Pins and bus, open.</param>
/// <param name="settings">The rig.</param>
/// <param name="size">The panel.</param>
/// <param name="clock">Time as it passes.</param>
public sealed partial class RigCheck(GpioPins pins, GpioRigSettings settings, DisplaySize size, IBenchClock clock)
{
    private const string Pattern = "0123456789ABCDEFGHIJ";
    private static readonly TimeSpan FrontShown = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RowSettle = TimeSpan.FromMilliseconds(1);

    /// <summary>Who presses and looks; null = only what needs nobody.</summary>
    public IOperator? Person { get; init; }

    /// <summary>Each key once, by the crosspoint switch or else by the operator.</summary>
    public bool WithKeys { get; init; }

    /// <summary>Finds the shortest reliable press and gap; needs a crosspoint switch.</summary>
    public bool WithCalibration { get; init; }

    /// <summary>What the calibration found, with margin; null before it ran, or when it failed.</summary>
    public PressTiming? Calibrated { get; private set; }

    public CancellationToken Stop { get; init; }

    public IEnumerable<CheckLine> Lines()
    {
        yield return new CheckLine("pins", true, $"{settings.Pins().Count} pins of {pins.Chip} are free");
        foreach (var line in Chips()) yield return line;
        if (settings.HasKeypad)
        {
            foreach (var line in Guarded("pad", Pad)) yield return line;
        }

        foreach (var line in Guarded("display", () => [Display()])) yield return line;
        if (settings.TestLoop is not null)
        {
            foreach (var line in Guarded("test loop", Loop)) yield return line;
        }

        if (settings.Wiring.Indicators.Uses.Count > 0) yield return Front();
        if (!settings.HasKeypad || !(WithKeys || WithCalibration)) yield break;
        foreach (var line in settings.Crosspoint is null ? ByOperator() : ByCrosspoint()) yield return line;
    }

    /// <summary>Whoever answers; a chip the rig needs and that is silent is wrong, a stranger is not.</summary>
    private IEnumerable<CheckLine> Chips()
    {
        if (pins.I2c is not { } bus) yield break;
        var there = I2cBuses.AllThatAnswer(bus);
        foreach (var chip in settings.Chips())
        {
            var isThere = there.Contains(chip.Address);
            yield return new CheckLine(
                $"I2C 0x{chip.Address:X2}",
                isThere,
                isThere
                    ? $"{chip.What} answers"
                    : $"{chip.What} is silent: supply, SDA, SCL (swapped?), address pins");
        }

        var strangers = there.Where(address => settings.Chips().All(chip => chip.Address != address)).ToArray();
        if (strangers.Length == 0) yield break;
        yield return new CheckLine(
            "I2C, others", true, string.Join(", ", strangers.Select(address => $"0x{address:X2} answers")));
    }

    /// <summary>With no key down, pull-ups hold all columns high, whichever row is driven low.</summary>
    private List<CheckLine> Pad()
    {
        var lines = new List<CheckLine>();
        var pad = settings.Wiring.Keypad;
        using var wires = BoardParts.WiresOf(pins.Board, pad, Polled);
        wires.DriveOnly(-1);
        clock.Wait(RowSettle);
        var dead = wires.LowColumns();
        lines.Add(new CheckLine(
            "columns at rest",
            dead == 0,
            dead == 0
                ? "all high: the pull-ups work"
                : $"{NamesOf(wires, dead)} low: no pull-up, or short to ground"));
        for (var row = 0; row < wires.RowCount; row++)
        {
            wires.DriveOnly(row);
            clock.Wait(RowSettle);
            var joined = wires.LowColumns() & ~dead;
            lines.Add(new CheckLine(
                $"row {row + 1}",
                joined == 0,
                joined == 0
                    ? "no key stuck, not shorted to a column"
                    : $"joined to {NamesOf(wires, joined)}: {Joined(row, joined)}"));
        }

        return lines;
    }

    private CheckLine Display()
    {
        using var lcd = BoardParts.DisplayOf(pins.Board, settings.Wiring.Display, clock, size);
        lcd.Initialise();
        var there = Pattern[..size.Columns];
        string[] shown = [.. Enumerable.Range(0, size.Lines)
            .Select(line => line % 2 == 0 ? there : new string([.. there.Reverse()]))];
        lcd.Show(shown);
        if (!lcd.CanReadBack)
        {
            return new CheckLine(
                "display", true, $"\"{there}\" was written; {WhyNotReadBack}, so look whether it stands there");
        }

        var held = lcd.ReadBack();
        var isRight = held.SequenceEqual(shown);
        return new CheckLine(
            "display",
            isRight,
            isRight
                ? "holds what was written"
                : $"reads \"{held[0]}\" for \"{there}\": supply, contrast chip, E, RS, R/W or a data wire (in order?)");
    }

    private string WhyNotReadBack =>
        settings.Wiring.Display.Segments is not null ? "nothing reads digits back" : "R/W is not wired";

    /// <summary>Buzzer and lamps one after the other; only a person can say whether they did.</summary>
    private CheckLine Front()
    {
        var uses = settings.Wiring.Indicators.Uses;
        foreach (var (pin, _) in uses)
        {
            using var wire = pins.Gpio.OpenPin(pin, PinMode.Output, PinValue.High);
            clock.Wait(FrontShown);
            wire.Write(PinValue.Low);
            wire.SetPinMode(PinMode.Input);
        }

        var what = string.Join(", ", uses.Select(use => use.Use));
        if (Person is not { } person || !WithKeys)
            return new CheckLine("front", true, $"{what}: each was on for half a second, so look and listen");
        var question = $"{what}: was each of them on for half a second?";
        return person.Confirms(question, settings.OperatorPatience, Stop) switch
        {
            true => new CheckLine("front", true, $"{what}: seen and heard"),
            false => new CheckLine(
                "front", false, $"{what}: not all seen and heard: wire, polarity, resistor, driver"),
            _ => new CheckLine("front", false, $"{what}: nobody answered"),
        };
    }

    private KeypadTiming Polled => settings.Keypad with { Idle = KeypadIdle.Poll };

    /// <summary>All columns of a row at once is a short; one is a key.</summary>
    private string Joined(int row, int columns)
    {
        var keys = string.Join(' ', KeysAt(row, columns));
        return columns == (1 << settings.Wiring.Keypad.Columns.Count) - 1
            ? $"the row is shorted to every column, or {keys} are all down"
            : $"key {keys} is down, stuck or shorted";
    }

    private IEnumerable<char> KeysAt(int row, int columns) =>
        settings.Wiring.Keypad.Legend[row].Where((_, column) => (columns >> column & 1) != 0);

    private static string NamesOf(IPadWires wires, int columns) => string.Join(
        ", ", Enumerable.Range(0, wires.ColumnCount).Where(column => (columns >> column & 1) != 0)
            .Select(wires.NameOfColumn));

    /// <summary>A chip that goes away in the middle is one wrong line, not the end of the check.</summary>
    private static IEnumerable<CheckLine> Guarded(string what, Func<IEnumerable<CheckLine>> look)
    {
        try
        {
            return look();
        }
        catch (RigFaultException fault)
        {
            return [new CheckLine(what, false, fault.Message)];
        }
    }
}
