using System.Numerics;
using System.Runtime.CompilerServices;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// The electrical half of the keypad: looks at a pad row by row, whoever holds its wires (<see cref="IPadWires"/>).
/// A picture of the pad is one bit for each key, bit 8 · row + column, 1 = closed.
/// </summary>
internal sealed class KeypadMatrix(IPadWires wires, IBenchClock clock, TimeSpan rowSettle) : IDisposable
{
    internal const int RowStride = KeypadWiring.MostColumns;

    private TimeSpan _settledAt;

    /// <summary>Looks at every contact. Costs one look at the columns when nothing is pressed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Scan()
    {
        // A slow pad: the scan before may have driven the rows only just now.
        if (_settledAt - clock.Now is var rest && rest > TimeSpan.Zero) clock.Wait(rest);
        var low = wires.LowColumns();
        if (low == 0) return 0;
        var closed = 0UL;
        for (var row = 0; row < wires.RowCount; row++)
        {
            wires.DriveOnly(row);
            clock.Wait(rowSettle);
            closed |= (ulong)(wires.LowColumns() & low) << (row * RowStride);
        }

        wires.DriveAll();
        _settledAt = clock.Now + rowSettle;
        return closed;
    }

    /// <summary>
    /// Two rows that share two columns: the fourth corner of a rectangle may be closed or only seem so, and no
    /// scanner can tell.
    /// </summary>
    public static bool IsAmbiguous(ulong closed)
    {
        for (var rest = closed; rest > byte.MaxValue;)
        {
            var row = rest & byte.MaxValue;
            rest >>= RowStride;
            if (row == 0) continue;
            for (var other = rest; other != 0; other >>= RowStride)
            {
                if (BitOperations.PopCount(row & other) > 1) return true;
            }
        }

        return false;
    }

    public void Dispose() => wires.Dispose();
}
