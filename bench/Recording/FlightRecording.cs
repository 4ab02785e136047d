using System.Text.Json;
using HilBench.Input;

namespace HilBench.Recording;

/// <summary>A recording as it was read. One that was cut holds all up to its last whole block.</summary>
public sealed class FlightRecording
{
    /// <summary>How a file of recordings ends.</summary>
    public const string Ending = ".hbr";

    private FlightRecording(string file, RecordingHead head) => (File, Head) = (file, head);

    /// <summary>The file, as it is told to a person.</summary>
    public string File { get; }

    public RecordingHead Head { get; }

    /// <summary>In the order in which they happened.</summary>
    public IReadOnlyList<RecordedEvent> Events { get; private set; } = [];

    /// <summary>Levels and bytes, in order; where some were left out stands a gap.</summary>
    public IReadOnlyList<WireMoment> Wires { get; private set; } = [];

    /// <summary>The names of the wires, by their numbers.</summary>
    public IReadOnlyList<string> WireNames { get; private set; } = [];

    /// <summary>The names of buses and links, by their numbers.</summary>
    public IReadOnlyList<string> LineNames { get; private set; } = [];

    /// <summary>Null when the file ends before.</summary>
    public RecordingEnd? End { get; private set; }

    /// <summary>The file ends in the middle, or something in it is damaged.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What was done and asked.</summary>
    public IEnumerable<RigCall> Calls => Events.OfType<RigCall>();

    /// <summary>When the last thing happened.</summary>
    public TimeSpan Length => Events.Count == 0 ? TimeSpan.Zero
        : Events.Max(one => one is RigCall call ? call.At + call.Took : one.At);

    /// <exception cref="SettingsException">It cannot be read, or is no recording; the message is one line.</exception>
    public static FlightRecording Read(string path, bool withWires = true)
    {
        using var from = InputFile.Open(path);
        return Read(InputFile.Shown(path), from, withWires);
    }

    /// <exception cref="SettingsException">It is no recording; the message is one line.</exception>
    public static FlightRecording Read(string file, Stream from, bool withWires = true) =>
        Read(file, from, withWires, ReadingLimit.None);

    /// <summary>Reads a file that anybody may have made: what would fill the memory is no recording.</summary>
    /// <exception cref="SettingsException">It is no recording; the message is one line.</exception>
    public static FlightRecording ReadOfStranger(string file, Stream from) =>
        Read(file, from, withWires: true, ReadingLimit.OfStrangers);

    /// <summary>Finds the step an event belongs to, in words.</summary>
    public string StepOf(int step) => step < 0 ? "before the first step"
        : step < Head.Steps.Count ? Head.Steps[step].ToString()
        : "after the last step";

    private static FlightRecording Read(string file, Stream from, bool withWires, ReadingLimit limit)
    {
        try
        {
            return ReadAll(file, from, withWires, limit);
        }
        catch (Exception odd) when (odd is JsonException or InvalidDataException or IOException or OverflowException)
        {
            throw new SettingsException($"{file}: cannot be read as a recording: {OneLine.Whole(odd.Message)}");
        }
    }

    private static FlightRecording ReadAll(string file, Stream from, bool withWires, ReadingLimit limit)
    {
        var magic = new byte[Blocks.Magic.Length];
        from.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        if (!Blocks.Magic.SequenceEqual(magic))
            throw new SettingsException($"{file}: is no recording; allowed: a file {Ending} that hilbench has written");
        if (Blocks.Read(from, out var isCut) is not (BlockKind.Head, var headText))
            throw new SettingsException($"{file}: the recording ends before it says what it is of");
        var head = Demands.Whole(JsonSerializer.Deserialize(headText, RecordingJson.Default.RecordingHead));
        if (head.Version is < 1 or > RecordingHead.Newest)
        {
            throw new SettingsException(
                $"{file}: was written as version {head.Version} of the format; "
                + $"this program reads 1 to {RecordingHead.Newest}");
        }

        var recording = new FlightRecording(file, head);
        var (events, blocks) = (new List<RecordedEvent>(), new List<WireBlockContent>());
        while (recording.End is null && Blocks.Read(from, out isCut) is var (kind, content))
        {
            limit.Take(kind, content.Length);
            if (kind == BlockKind.Events) ReadEvents(content, events, withWires);
            else if (kind == BlockKind.Wires && withWires) blocks.Add(WireBlock.Read(content));
            else if (kind == BlockKind.End)
                recording.End = Demands.Whole(JsonSerializer.Deserialize(content, RecordingJson.Default.RecordingEnd));
        }

        recording.IsCut = isCut || recording.End is null;
        recording.Take(events, blocks);
        return recording;
    }

    /// <summary>What the meter was told and wanted is most of a recording; a replay does without.</summary>
    private static void ReadEvents(byte[] content, List<RecordedEvent> into, bool withInside)
    {
        for (var rest = content.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            if (end < 0) end = rest.Length - 1;
            var line = rest[..(end + 1)];
            if (withInside || !(line.StartsWith("{\"is\":\"told\""u8) || line.StartsWith("{\"is\":\"wanted\""u8)))
                into.Add(Demands.Whole(JsonSerializer.Deserialize(line, RecordingJson.Default.RecordedEvent)));
            rest = rest[(end + 1)..];
        }
    }

    private void Take(List<RecordedEvent> events, List<WireBlockContent> blocks)
    {
        Events = [.. events.OrderBy(one => one.At).ThenBy(one => one.Place)];
        WireNames = [.. events.OfType<WireNamed>().OrderBy(one => one.Number).Select(one => one.Name)];
        LineNames = [.. events.OfType<LineNamed>().OrderBy(one => one.Number).Select(one => one.Name)];
        var wires = new List<WireMoment>();
        if (blocks.Any(IsNameless)) throw new InvalidDataException("it has levels of wires that have no name");
        long expected = 0;
        foreach (var block in blocks.OrderBy(block => block.Number))
        {
            if (block.Number != expected) AddGap(wires, block);
            wires.AddRange(block.Moments);
            expected = block.Number + 1;
        }

        Wires = wires;
    }

    /// <summary>Names come before all levels, in a file that was cut as well.</summary>
    private bool IsNameless(WireBlockContent block) =>
        block.Levels.Count > WireNames.Count
        || block.Moments.Any(one => one.Wire >= WireNames.Count || one.Line >= LineNames.Count);

    /// <summary>After a gap every wire is known again.</summary>
    private static void AddGap(List<WireMoment> wires, WireBlockContent block)
    {
        var place = block.Moments.Count > 0 ? block.Moments[0].Place : 0;
        wires.Add(new WireMoment(block.Start, place));
        for (var wire = 0; wire < block.Levels.Count; wire++)
            wires.Add(new WireMoment(block.Start, place, wire, block.Levels[wire]));
    }
}
