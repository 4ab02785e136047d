using System.Device.Gpio;
using HilBench.Rig.Board;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Physical;

/// <summary>One line of a check: what was looked at, whether it is right, and why not.</summary>
public sealed record CheckLine(string What, bool IsRight, string Detail);

/// <summary>
/// Looks at the bench itself, before any meter runs on it: the pad at rest and row by row, the display's memory where
/// it can be read, and each key once by an operator's finger. It stops at nothing; every line has its own verdict.
/// </summary>
public sealed class RigCheck(GpioPins pins, GpioRigSettings settings, IBenchClock clock, IOperator? person)
{
    private const string Pattern = "0123456789ABCDEF";
    private static readonly TimeSpan RowSettle = TimeSpan.FromMilliseconds(1);

    public IEnumerable<CheckLine> Lines()
    {
        yield return new CheckLine("pins", true, $"{settings.Wiring.Pins().Count} pins of {pins.Chip} are free");
        foreach (var line in Pad()) yield return line;
        yield return Display();
        if (person is null) yield break;
        foreach (var line in Keys(person)) yield return line;
    }

    /// <summary>With no key down, pull-ups hold all columns high, whichever row is driven low.</summary>
    private List<CheckLine> Pad()
    {
        var lines = new List<CheckLine>();
        var pad = settings.Wiring.Keypad;
        var gpio = pins.Gpio;
        foreach (var column in pad.Columns) gpio.OpenPin(column, PinMode.InputPullUp);
        foreach (var row in pad.Rows) gpio.OpenPin(row, PinMode.Input);
        clock.Wait(RowSettle);
        var dead = pad.Columns.Where(IsLow).ToArray();
        lines.Add(new CheckLine(
            "columns at rest",
            dead.Length == 0,
            dead.Length == 0
                ? "all high: the pull-ups work"
                : $"GPIO {Names(dead)} low: no pull-up, or short to ground"));
        for (var row = 0; row < pad.Rows.Count; row++)
        {
            gpio.SetPinMode(pad.Rows[row], PinMode.Output);
            gpio.Write(pad.Rows[row], PinValue.Low);
            clock.Wait(RowSettle);
            var stuck = pad.Columns.Where(column => !dead.Contains(column) && IsLow(column)).ToArray();
            gpio.SetPinMode(pad.Rows[row], PinMode.Input);
            lines.Add(new CheckLine(
                $"row {row + 1}",
                stuck.Length == 0,
                stuck.Length == 0
                    ? "no key stuck, not shorted to a column"
                    : $"joined to GPIO {Names(stuck)}: key {KeysAt(row, stuck)} is down, stuck or shorted"));
        }

        foreach (var pin in pad.Rows.Concat(pad.Columns)) gpio.ClosePin(pin);
        return lines;
    }

    private CheckLine Display()
    {
        using var lcd = new CharacterLcd(pins.Gpio, settings.Wiring.Display, columns: 16, lines: 2, clock);
        lcd.Initialise();
        string[] shown = [Pattern, new([.. Pattern.Reverse()])];
        lcd.Show(shown);
        if (!lcd.CanReadBack)
        {
            return new CheckLine(
                "display", true, $"\"{Pattern}\" was written; R/W is not wired, so look whether it stands there");
        }

        var held = lcd.ReadBack();
        var isRight = held.SequenceEqual(shown);
        return new CheckLine(
            "display",
            isRight,
            isRight
                ? "holds what was written"
                : $"reads \"{held[0]}\" for \"{Pattern}\": supply, E, RS or a data wire (D4 to D7 in order?)");
    }

    private IEnumerable<CheckLine> Keys(IOperator asked)
    {
        var pad = settings.Wiring.Keypad;
        using var scanner = new KeypadScanner(pins.Gpio, pad, clock, settings.Keypad with { Idle = KeypadIdle.Poll });
        var seen = new Queue<char>();
        scanner.KeyPressed += (key, _) => seen.Enqueue(key);
        var done = 0;
        foreach (var key in string.Concat(pad.Legend))
        {
            asked.AskForKey(key, pad.Legend, done++);
            var end = clock.Now + settings.OperatorPatience;
            while (seen.Count == 0 && clock.Now < end)
            {
                clock.Wait(scanner.Due - clock.Now);
                scanner.Step(clock.Now);
            }

            if (!seen.TryDequeue(out var got))
            {
                yield return new CheckLine($"key {key}", false, "nobody pressed it, or its row or column is not wired");
                yield break;
            }

            yield return new CheckLine(
                $"key {key}", got == key, got == key ? "seen" : $"seen as {got}: rows or columns are swapped");
        }
    }

    private bool IsLow(int pin) => pins.Gpio.Read(pin) == PinValue.Low;

    private string KeysAt(int row, IEnumerable<int> columns) => string.Join(
        ' ', columns.Select(column => settings.Wiring.Keypad.Legend[row][settings.Wiring.Keypad.Columns.ToList()
            .IndexOf(column)]));

    private static string Names(IEnumerable<int> pinNumbers) => string.Join(", ", pinNumbers);
}
