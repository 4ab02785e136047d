using System.Device.Gpio;
using System.Numerics;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Board;

/// <summary>
/// The electrical half of the keypad: rows that are pulled low one by one, columns with pull-ups. A row that is not
/// driven floats, as an open-drain output would: two keys in one column then never short two outputs. At rest all rows
/// are low, so that any key that closes makes an edge on its column.
/// A picture of the pad is one bit for each key, bit 8 · row + column, 1 = closed.
/// </summary>
internal sealed class KeypadMatrix : IDisposable
{
    internal const int RowStride = KeypadWiring.MostColumns;

    private readonly GpioController _gpio;
    private readonly IBenchClock _clock;
    private readonly TimeSpan _rowSettle;
    private readonly GpioPin[] _rows;
    private readonly GpioPin[] _columns;
    private readonly PinChangeEventHandler? _onEdge;
    private TimeSpan _settledAt;

    public KeypadMatrix(
        GpioController gpio, KeypadWiring wiring, IBenchClock clock, TimeSpan rowSettle, PinChangeEventHandler? onEdge)
    {
        if (wiring.Problem() is { } problem) throw new RigFaultException($"keypad: {problem}");
        _gpio = gpio;
        _clock = clock;
        _rowSettle = rowSettle;
        _onEdge = onEdge;
        _columns = [.. wiring.Columns.Select(pin => gpio.OpenPin(pin, PinMode.InputPullUp))];
        _rows = [.. wiring.Rows.Select(pin => gpio.OpenPin(pin, PinMode.Output, PinValue.Low))];
        if (onEdge is null) return;
        foreach (var column in _columns)
            gpio.RegisterCallbackForPinValueChangedEvent(column.PinNumber, PinEventTypes.Falling, onEdge);
    }

    /// <summary>Looks at every contact. Costs one read for each column when nothing is pressed.</summary>
    public ulong Scan()
    {
        // A slow pad: the scan before may have driven the rows only just now.
        if (_settledAt - _clock.Now is var rest && rest > TimeSpan.Zero) _clock.Wait(rest);
        var low = LowColumns();
        if (low == 0) return 0;
        var closed = 0UL;
        for (var row = 1; row < _rows.Length; row++) Float(_rows[row]);
        for (var row = 0; row < _rows.Length; row++)
        {
            if (row > 0)
            {
                Float(_rows[row - 1]);
                Drive(_rows[row]);
            }

            _clock.Wait(_rowSettle);
            closed |= (ulong)(LowColumns() & low) << (row * RowStride);
        }

        for (var row = 0; row < _rows.Length - 1; row++) Drive(_rows[row]);
        _settledAt = _clock.Now + _rowSettle;
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

    public void Dispose()
    {
        foreach (var column in _columns)
        {
            if (_onEdge is not null) _gpio.UnregisterCallbackForPinValueChangedEvent(column.PinNumber, _onEdge);
            _gpio.ClosePin(column.PinNumber);
        }

        foreach (var row in _rows) _gpio.ClosePin(row.PinNumber);
    }

    private int LowColumns()
    {
        var low = 0;
        for (var column = 0; column < _columns.Length; column++)
        {
            if (_columns[column].Read() == PinValue.Low) low |= 1 << column;
        }

        return low;
    }

    private static void Float(GpioPin row) => row.SetPinMode(PinMode.Input);

    /// <summary>A driver may forget the level of a pin that was an input, so it is told again.</summary>
    private static void Drive(GpioPin row)
    {
        row.SetPinMode(PinMode.Output);
        row.Write(PinValue.Low);
    }
}
