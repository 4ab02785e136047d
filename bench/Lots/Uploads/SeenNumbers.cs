using System.Numerics;

namespace HilBench.Lots.Uploads;

/// <summary>
/// Which meter numbers have been seen, and on which line first: exact, twelve bytes a place, in parts that grow one
/// after the other, so that no moment needs twice the memory. Between a third and two thirds of the places are taken:
/// 18 to 36 bytes for each meter.
/// </summary>
internal sealed class SeenNumbers
{
    private const int PartBits = 8;
    private const int FirstPlaces = 16;

    private readonly Part[] _parts = [.. Enumerable.Range(0, 1 << PartBits).Select(_ => new Part())];

    /// <summary>How many different numbers there are.</summary>
    public long Count => _parts.Sum(part => (long)part.Count);

    /// <summary>What the places take.</summary>
    public long Bytes => _parts.Sum(part => (long)part.Places * (sizeof(ulong) + sizeof(uint)));

    /// <summary>The line that has the number already; null when this is the first.</summary>
    /// <param name="number">Not zero, which stands for an empty place.</param>
    /// <param name="line">Its line.</param>
    public long? Add(ulong number, long line)
    {
        ArgumentOutOfRangeException.ThrowIfZero(number);
        var hash = unchecked(number * 0x9E3779B97F4A7C15);
        return _parts[hash >> (64 - PartBits)].Add(number, hash, checked((uint)line));
    }

    private sealed class Part
    {
        private ulong[] _numbers = new ulong[FirstPlaces];
        private uint[] _lines = new uint[FirstPlaces];

        public int Count { get; private set; }

        public int Places => _numbers.Length;

        public long? Add(ulong number, ulong hash, uint line)
        {
            var at = PlaceOf(number, hash);
            if (_numbers[at] == number) return _lines[at];
            (_numbers[at], _lines[at]) = (number, line);
            if (++Count > Places / 3 * 2) Grow();
            return null;
        }

        private int PlaceOf(ulong number, ulong hash)
        {
            var mask = Places - 1;
            var at = (int)(BitOperations.RotateRight(hash, 24) & (uint)mask);
            while (_numbers[at] != 0 && _numbers[at] != number) at = (at + 1) & mask;
            return at;
        }

        private void Grow()
        {
            var (numbers, lines) = (_numbers, _lines);
            (_numbers, _lines) = (new ulong[numbers.Length * 2], new uint[numbers.Length * 2]);
            for (var i = 0; i < numbers.Length; i++)
            {
                if (numbers[i] == 0) continue;
                var at = PlaceOf(numbers[i], unchecked(numbers[i] * 0x9E3779B97F4A7C15));
                (_numbers[at], _lines[at]) = (numbers[i], lines[i]);
            }
        }
    }
}
