using HilBench.Roles;

namespace HilBench.Recording;

/// <summary>
/// The levels and bytes of a scenario. Of a long one the first and the last are kept, and those between are counted.
/// </summary>
internal sealed class WireLog
{
    /// <summary>Some million levels at the beginning, and as many at the end.</summary>
    private const int MostBlocks = 64;

    private readonly int _mostBlocks;
    private readonly List<bool> _levels = [];
    private readonly List<byte[]> _first = [];
    private readonly Queue<(byte[] Packed, int Count)> _last = new();
    private WireBlock? _block;
    private long _number;

    public WireLog(int mostBlocks = MostBlocks) => _mostBlocks = mostBlocks;

    /// <summary>How many had to be left out.</summary>
    public long LeftOut { get; private set; }

    /// <summary>There is one more wire, and it is low.</summary>
    public void AddWire() => _levels.Add(false);

    public void Level(int wire, bool isHigh, TimeSpan at, long place)
    {
        Block(at, place).Level(wire, isHigh, at, place);
        _levels[wire] = isHigh;
    }

    public void Bytes(int line, LineTraffic traffic, ReadOnlySpan<byte> bytes, TimeSpan at, long place) =>
        Block(at, place).Bytes(line, traffic, bytes, at, place);

    /// <summary>All that was kept, packed.</summary>
    public IEnumerable<byte[]> Blocks()
    {
        Seal();
        return [.. _first, .. _last.Select(block => block.Packed)];
    }

    private WireBlock Block(TimeSpan at, long place)
    {
        if (_block is { IsFull: true }) Seal();
        return _block ??= new WireBlock(_number++, at, place, _levels);
    }

    private void Seal()
    {
        if (_block is not { } block) return;
        _block = null;
        var packed = HilBench.Recording.Blocks.Pack(BlockKind.Wires, block.Content);
        if (_first.Count < _mostBlocks)
        {
            _first.Add(packed);
            return;
        }

        _last.Enqueue((packed, block.Count));
        if (_last.Count > _mostBlocks) LeftOut += _last.Dequeue().Count;
    }
}
