using System.Buffers;
using HilBench.Roles;

namespace HilBench.Recording;

/// <summary>
/// Levels and bytes in the order they came, packed: numbers of seven bits a byte. A block stands for itself: it begins
/// with its number, its first time and place, and the level of every wire.
/// </summary>
internal sealed class WireBlock
{
    /// <summary>A block is full when it is this long.</summary>
    public const int FullBytes = 1 << 16;

    // Codes: 0 = bytes on a line; else 2 * wire + level + 1.
    private const ulong BytesCode = 0;

    private readonly ArrayBufferWriter<byte> _into = new(FullBytes + 1024);
    private long _at;
    private long _place;

    public WireBlock(long number, TimeSpan at, long place, IReadOnlyList<bool> levels)
    {
        (_at, _place) = (at.Ticks, place);
        Put((ulong)number);
        Put((ulong)_at);
        Put((ulong)_place);
        Put((ulong)levels.Count);
        foreach (var level in levels) Put(level ? 1UL : 0);
    }

    public bool IsFull => _into.WrittenCount >= FullBytes;

    /// <summary>Levels and bytes in it.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<byte> Content => _into.WrittenSpan;

    public void Level(int wire, bool isHigh, TimeSpan at, long place)
    {
        Stamp(at, place);
        Put(((ulong)wire * 2) + (isHigh ? 2UL : 1UL));
    }

    public void Bytes(int line, LineTraffic traffic, ReadOnlySpan<byte> bytes, TimeSpan at, long place)
    {
        Stamp(at, place);
        Put(BytesCode);
        Put((ulong)line);
        Put((traffic.ToMeter ? 1UL : 0) | (traffic.IsRefused ? 2UL : 0) | ((ulong)traffic.Address << 2));
        Put((ulong)bytes.Length);
        _into.Write(bytes);
    }

    /// <summary>What a block holds.</summary>
    /// <exception cref="InvalidDataException">It is not as this version writes it.</exception>
    public static WireBlockContent Read(byte[] content)
    {
        var from = new Packed(content);
        var number = (long)from.Next();
        var (at, place) = ((long)from.Next(), (long)from.Next());
        var levels = new bool[from.Count()];
        for (var i = 0; i < levels.Length; i++) levels[i] = from.Next() != 0;
        var start = new TimeSpan(at);
        var moments = new List<WireMoment>();
        while (!from.IsAtEnd)
        {
            at += (long)from.Next();
            place += (long)from.Next();
            moments.Add(One(ref from, new TimeSpan(at), place));
        }

        return new WireBlockContent(number, start, levels, moments);
    }

    private static WireMoment One(ref Packed from, TimeSpan at, long place)
    {
        var code = from.Next();
        if (code != BytesCode)
            return new WireMoment(at, place, Wire: (int)((code - 1) / 2), IsHigh: code % 2 == 0);
        var line = (int)from.Next();
        var flags = from.Next();
        var traffic = new LineTraffic((flags & 1) != 0, (int)(flags >> 2), (flags & 2) != 0);
        return new WireMoment(at, place, Line: line, Traffic: traffic, Bytes: from.Bytes(from.Count()));
    }

    private void Stamp(TimeSpan at, long place)
    {
        Count++;
        Put((ulong)Math.Max(0, at.Ticks - _at));
        Put((ulong)(place - _place));
        (_at, _place) = (Math.Max(_at, at.Ticks), place);
    }

    private void Put(ulong value)
    {
        var into = _into.GetSpan(10);
        var count = 0;
        for (; value >= 0x80; value >>= 7) into[count++] = (byte)((value & 0x7F) | 0x80);
        into[count++] = (byte)value;
        _into.Advance(count);
    }

    private ref struct Packed(byte[] content)
    {
        private int _next;

        public readonly bool IsAtEnd => _next >= content.Length;

        public ulong Next()
        {
            ulong value = 0;
            for (var shift = 0; shift < 64; shift += 7)
            {
                if (IsAtEnd) throw new InvalidDataException("a block of wires ends too early");
                var part = content[_next++];
                value |= (ulong)(part & 0x7F) << shift;
                if (part < 0x80) return value;
            }

            throw new InvalidDataException("a number in a block of wires is too long");
        }

        public int Count()
        {
            var count = Next();
            return count <= (ulong)content.Length ? (int)count
                : throw new InvalidDataException("a count in a block of wires is too large");
        }

        public byte[] Bytes(int count)
        {
            if (content.Length - _next < count) throw new InvalidDataException("a block of wires ends too early");
            _next += count;
            return content[(_next - count).._next];
        }
    }
}

/// <summary>A block of wires, read.</summary>
/// <param name="Number">Counted from 0; where one is missing it was left out.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Levels">Of every wire there was, when it begins.</param>
/// <param name="Moments">In order.</param>
internal sealed record WireBlockContent(
    long Number, TimeSpan Start, IReadOnlyList<bool> Levels, IReadOnlyList<WireMoment> Moments);
