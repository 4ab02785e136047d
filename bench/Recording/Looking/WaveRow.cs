using HilBench.Roles;

namespace HilBench.Recording.Looking;

/// <summary>One line of a waveform picture.</summary>
/// <param name="Name">What stands before it.</param>
/// <param name="StartsHigh">Its level when the picture begins.</param>
/// <param name="Edges">When it changes, in order; a moment of traffic is two edges at one time.</param>
internal sealed record WaveRow(string Name, bool StartsHigh, IReadOnlyList<TimeSpan> Edges)
{
    /// <summary>More of one kind than these would be a list, not a picture.</summary>
    private const int MostKeys = 4;

    private const string Keys = "KEY_";

    /// <summary>Wires that are shown when they move, in the order of the picture.</summary>
    private static readonly string[] Moving = [Keys, "ROW", "COL", "PAD_INT", "LCD_E", "BUZZER", "LED_"];

    /// <summary>Those that are shown even when they are still.</summary>
    private static readonly string[] Always = ["LOAD", "MAINS"];

    public static IReadOnlyList<WaveRow> Of(FlightRecording recording, WaveWindow window)
    {
        var wires = OfWires(recording, window);
        var moving = Moving.SelectMany(kind => wires
            .Where(row => IsOf(kind, row.Name) && row.Edges.Count > 0).OrderBy(row => row.Name, StringComparer.Ordinal)
            .Take(kind == Keys ? MostKeys : int.MaxValue)).ToList();
        var hasKeys = moving.Any(row => row.Name.StartsWith(Keys, StringComparison.Ordinal));
        if (!hasKeys && OfCalls(recording, window) is { } keys) moving.Insert(0, keys);
        return
        [
            .. moving,
            .. Always.SelectMany(name => wires.Where(row => row.Name == name)),
            .. recording.LineNames.Select((name, line) => OfLine(recording, window, name, line))
                .Where(row => row.Edges.Count > 0),
        ];
    }

    private static bool IsOf(string kind, string name) => name.StartsWith(kind, StringComparison.Ordinal)
        && (kind[^1] == '_' || name.AsSpan(kind.Length).IndexOfAnyExceptInRange('0', '9') < 0);

    private static WaveRow[] OfWires(FlightRecording recording, WaveWindow window)
    {
        var count = recording.WireNames.Count;
        var (starts, levels) = (new bool[count], new bool[count]);
        var edges = recording.WireNames.Select(_ => new List<TimeSpan>()).ToArray();
        foreach (var one in recording.Wires)
        {
            if (one.Wire < 0 || one.Wire >= count || one.IsHigh == levels[one.Wire]) continue;
            levels[one.Wire] = one.IsHigh;
            if (one.At < window.From) starts[one.Wire] = one.IsHigh;
            else if (one.At <= window.To) edges[one.Wire].Add(one.At);
        }

        return [.. recording.WireNames.Select((name, wire) => new WaveRow(name, starts[wire], edges[wire]))];
    }

    private static WaveRow OfLine(FlightRecording recording, WaveWindow window, string name, int line) => new(
        name, StartsHigh: false,
        [
            .. recording.Wires.Where(one => one.Line == line && window.Holds(one.At))
                .SelectMany(one => new[] { one.At, one.At }),
        ]);

    /// <summary>Where no contact is a wire, keys are known by their receipts.</summary>
    private static WaveRow? OfCalls(FlightRecording recording, WaveWindow window)
    {
        PressReceipt[] last =
        [
            .. recording.Calls.SelectMany(call => call.Receipts ?? []).Where(one => window.Holds(one.PressedAt)),
        ];
        return last.Length == 0 ? null : new WaveRow(
            "keys", StartsHigh: false,
            [.. last.SelectMany(one => new[] { one.PressedAt, one.SeenAt ?? one.PressedAt }).Order()]);
    }
}
