using HilBench.Roles;

namespace HilBench.Cli;

/// <summary>
/// A meter and what lies beside it, laid out for a terminal of any size. The glass is always there, and as much of the
/// rest as fits: first what a customer needs, then what an engineer would like to know.
/// </summary>
internal sealed record MeterPicture
{
    private const int GroupedDigits = 24;
    private const int LeastTitle = 2;
    private const int FrameColumns = 4;
    private const int RowsForFrame = 8;
    private const int ColumnsForMargin = 60;
    private const string Apart = "   ";

    public required string Title { get; init; }

    public required IReadOnlyList<string> Glass { get; init; }

    /// <summary>How many characters a line of the glass has.</summary>
    public required int GlassColumns { get; init; }

    /// <summary>The lamps and the buzzer; empty on a meter without them.</summary>
    public required string Front { get; init; }

    public required IReadOnlyList<string> State { get; init; }

    /// <summary>Why the last key did nothing; empty otherwise.</summary>
    public required string Note { get; init; }

    public required IReadOnlyList<Slip> Slips { get; init; }

    /// <summary>What can be typed, the most important first.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    public IReadOnlyList<string> Lines(int columns, int rows)
    {
        var margin = columns >= ColumnsForMargin ? "  " : "";
        var room = columns - margin.Length;
        var keys = Wrapped(Keys, Apart, room);
        List<(int Importance, string Line)> lines =
        [
            (6, Cut(Title, columns)),
            .. DrawnGlass(room, rows).Select(line => (0, margin + line)),
            .. Parted(Front).Select(front => (5, margin + Cut(front, room))),
            .. Wrapped(State, ", ", room).Select(line => (5, margin + line)),
            .. Parted(Note).SelectMany(note => Wrapped(note.Split(' '), " ", room)).Select(note => (2, margin + note)),
            .. Slips.SelectMany(slip => Written(slip, room)).Select(line => (3, margin + line)),
            (7, ""),
            .. keys.Select((line, index) => (index == 0 ? 1 : 4, margin + line)),
        ];
        var chosen = lines.Select((line, place) => (line.Importance, line.Line, Place: place))
            .OrderBy(line => line.Importance).ThenBy(line => line.Place).Take(rows);
        return [.. chosen.OrderBy(line => line.Place).Select(line => line.Line)];
    }

    /// <summary>All digits of a token are always there. Its title is cut first, then the blanks are left out.</summary>
    private static IEnumerable<string> Written(Slip slip, int columns)
    {
        if (columns < GroupedDigits) return slip.Number.ToString().Chunk(columns).Select(some => new string(some));
        var digits = slip.Number.ToGroups();
        var hasTitle = columns >= GroupedDigits + Apart.Length + LeastTitle;
        return [hasTitle ? Cut(digits + Apart + slip.Title, columns) : digits];
    }

    /// <summary>Where there is little room the glass has no frame, so that more tokens fit.</summary>
    private IEnumerable<string> DrawnGlass(int room, int rows) =>
        rows >= RowsForFrame && room >= GlassColumns + FrameColumns
            ? GlassDrawing.Draw(Glass, GlassColumns)
            : Glass.Select(line => Cut(line.TrimEnd(), room));

    private static string[] Parted(string text) => string.IsNullOrWhiteSpace(text) ? [] : [text];

    /// <summary>Joins parts to lines that are as full as possible. A part that is too wide for a line is cut.</summary>
    private static IReadOnlyList<string> Wrapped(IEnumerable<string> parts, string between, int columns)
    {
        var lines = new List<string>();
        foreach (var part in parts.Select(part => Cut(part, columns)))
        {
            if (lines.Count > 0 && lines[^1].Length + between.Length + part.Length <= columns)
                lines[^1] += between + part;
            else
                lines.Add(part);
        }

        return lines;
    }

    private static string Cut(string text, int columns) => text.Length <= columns ? text : text[..(columns - 1)] + "…";
}
