using HilBench.Board;
using HilBench.Rig.Fingers;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>What needs somebody to press: each key once in order, diodes, and the calibration of the press.</summary>
public sealed partial class RigCheck
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(10);
    private const int LooksForARest = 5;

    private IEnumerable<CheckLine> ByOperator()
    {
        if (WithCalibration)
        {
            yield return new CheckLine(
                "calibration", false, "needs press.kind adg2128: an operator's finger has its own times");
        }

        if (Person is not { } person || !WithKeys) yield break;
        using var scanner = Scanner();
        var seen = new Queue<char>();
        scanner.KeyPressed += (key, _) => seen.Enqueue(key);
        var pad = settings.Wiring.Keypad;
        var done = 0;
        foreach (var key in string.Concat(pad.Legend))
        {
            person.AskForKey(key, pad.Legend, done++);
            PumpUntil(scanner, () => seen.Count > 0);
            if (!seen.TryDequeue(out var got))
            {
                yield return new CheckLine($"key {key}", false, "nobody pressed it, or its row or column is not wired");
                yield break;
            }

            yield return KeyLine(key, $"{got}");
        }

        if (Corner(pad) is { } corner) yield return Diodes(scanner, person, corner);
    }

    private IEnumerable<CheckLine> ByCrosspoint()
    {
        var lines = new List<CheckLine>();
        foreach (var line in Guarded("crosspoint switch", PressAll)) lines.Add(line);
        return lines;

        IEnumerable<CheckLine> PressAll()
        {
            var legend = settings.Wiring.Keypad.Legend;
            using var scanner = Scanner();
            var pumped = new PumpedClock(clock, scanner, Stop);
            var crosspoint = settings.Crosspoint!;
            using var contacts = new Crosspoint(
                pins.Board.Device(crosspoint.Address), pins.Gpio, crosspoint, pumped);
            using var will = new LastWill(contacts.OpenAll);
            using var keypad = new CrosspointKeypad(contacts, legend, settings.Press, pumped, () => true);
            var seen = "";
            scanner.KeyPressed += (key, at) =>
            {
                seen += key;
                keypad.OnKeySeen(key, at);
            };
            pumped.Wait(settings.Keypad.Debounce);
            var found = new List<CheckLine>();
            foreach (var key in WithKeys ? string.Concat(legend) : "")
            {
                seen = "";
                keypad.PressTogether($"{key}");
                found.Add(KeyLine(key, seen));
            }

            if (WithCalibration) found.Add(Calibrate(new PressCalibration(keypad, legend, () => seen.Length)));
            return found;
        }
    }

    private CheckLine Calibrate(PressCalibration calibration)
    {
        if (calibration.Find() is not { } shortest)
        {
            return new CheckLine(
                "calibration",
                false,
                $"even presses of {PressCalibration.Longest.TotalMilliseconds} ms are not all seen");
        }

        Calibrated = PressCalibration.WithMargin(shortest);
        return new CheckLine(
            "calibration",
            true,
            $"shortest reliable press {shortest.Press.TotalMilliseconds} ms, gap {shortest.Gap.TotalMilliseconds} ms; "
            + $"with margin pressMs {Calibrated.Press.TotalMilliseconds}, gapMs {Calibrated.Gap.TotalMilliseconds}");
    }

    private static CheckLine KeyLine(char key, string seen) => new(
        $"key {key}",
        seen == $"{key}",
        seen == $"{key}" ? "seen"
            : seen.Length == 0 ? "not seen: its row or column is not wired, or the press is too short"
            : seen.All(one => one == key) ? $"seen {seen.Length} times: it bounces longer than debounceMs"
            : $"seen as {seen}: rows or columns are swapped");

    /// <summary>Three keys of a rectangle: without diodes a fourth seems to close.</summary>
    private CheckLine Diodes(KeypadScanner scanner, IOperator person, (string Keys, char Ghost) corner)
    {
        person.Tell($"hold {string.Join(" and ", corner.Keys.ToCharArray())} down together");
        var (looks, ghosts) = (0, 0);
        PumpUntil(scanner, () =>
        {
            var down = scanner.ClosedKeys();
            if (!corner.Keys.All(down.Contains)) return false;
            looks++;
            if (down.Contains(corner.Ghost)) ghosts++;
            return looks >= LooksForARest;
        });
        person.Tell("let go");
        return looks < LooksForARest
            ? new CheckLine("diodes", false, $"{corner.Keys} were not held down together: nothing is known")
            : new CheckLine(
                "diodes",
                true,
                ghosts == 0
                    ? "every key has one: three keys are three keys"
                    : $"none: {corner.Keys} together look like {corner.Ghost} too, which the scanner refuses");
    }

    private static (string Keys, char Ghost)? Corner(KeypadWiring pad) =>
        pad.Legend.Count > 1 && pad.Legend[0].Length > 1
            ? ($"{pad.Legend[0][0]}{pad.Legend[0][1]}{pad.Legend[1][0]}", pad.Legend[1][1])
            : null;

    private KeypadScanner Scanner()
    {
        var pad = settings.Wiring.Keypad;
        return new KeypadScanner(BoardParts.WiresOf(pins.Board, pad, Polled), pad, clock, Polled);
    }

    /// <summary>Scans until something has come true, the operator's patience ends, or the bench is stopped.</summary>
    private void PumpUntil(KeypadScanner scanner, Func<bool> isDone)
    {
        var pumped = new PumpedClock(clock, scanner, Stop);
        var end = clock.Now + settings.OperatorPatience;
        while (!isDone() && clock.Now < end) pumped.Wait(Blink);
    }
}
