using System.Buffers;
using System.Text.Json;
using HilBench.Roles;

namespace HilBench.Recording;

/// <summary>
/// All that has been recorded of one scenario so far. Events that would fill the memory are packed and, past a
/// megabyte, written to a file without a name.
/// </summary>
internal sealed class RecordingTape : IDisposable
{
    /// <summary>Events that are kept as they are: more than any scenario of a few minutes has.</summary>
    private const int MostEvents = 4096;

    private readonly WireLog _wires = new();
    private List<RecordedEvent> _events = [];
    private SpilledBytes? _spilled;

    public int WireCount { get; private set; }

    public int LineCount { get; private set; }

    public void Add(RecordedEvent one)
    {
        _events.Add(one);
        if (_events.Count >= MostEvents) Spill();
    }

    public int AddWire(string name, long place)
    {
        _wires.AddWire();
        Add(new WireNamed { Name = name, Number = WireCount, Place = place });
        return WireCount++;
    }

    public int AddLine(string name, long place)
    {
        Add(new LineNamed { Name = name, Number = LineCount, Place = place });
        return LineCount++;
    }

    public void Level(int wire, bool isHigh, TimeSpan at, long place) => _wires.Level(wire, isHigh, at, place);

    public void Bytes(int line, LineTraffic traffic, ReadOnlySpan<byte> bytes, TimeSpan at, long place) =>
        _wires.Bytes(line, traffic, bytes, at, place);

    /// <summary>Writes the whole file.</summary>
    public void Write(Stream to, RecordingHead head, RecordingEnd end)
    {
        to.Write(Blocks.Magic);
        to.Write(Blocks.Pack(BlockKind.Head, JsonSerializer.SerializeToUtf8Bytes(
            head, RecordingJson.Default.RecordingHead)));
        _spilled?.CopyTo(to);
        if (_events.Count > 0) to.Write(PackedEvents());
        foreach (var block in _wires.Blocks()) to.Write(block);
        end = end with { LeftOut = _wires.LeftOut };
        to.Write(Blocks.Pack(BlockKind.End, JsonSerializer.SerializeToUtf8Bytes(
            end, RecordingJson.Default.RecordingEnd)));
    }

    public void Dispose() => _spilled?.Dispose();

    private void Spill()
    {
        _spilled ??= new SpilledBytes();
        _spilled.Add(PackedEvents());
        _events = [];
    }

    private byte[] PackedEvents()
    {
        var lines = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(lines);
        foreach (var one in _events)
        {
            JsonSerializer.Serialize(json, one, RecordingJson.Default.RecordedEvent);
            json.Flush();
            json.Reset();
            lines.Write("\n"u8);
        }

        return Blocks.Pack(BlockKind.Events, lines.WrittenSpan);
    }
}
