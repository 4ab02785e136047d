using System.Device.Gpio;
using System.Numerics;
using System.Runtime.CompilerServices;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>A pad on pins of a <see cref="GpioController"/>.</summary>
internal sealed class GpioPadWires : IPadWires
{
    private readonly GpioController _gpio;
    private readonly GpioPin[] _rows;
    private readonly PinValuePair[] _columns;
    private ulong _driven;

    /// <param name="gpio">Where the pins are.</param>
    /// <param name="wiring">Which pins.</param>
    /// <param name="withEdges">Registers for the falling edges of the columns.</param>
    public GpioPadWires(GpioController gpio, KeypadWiring wiring, bool withEdges)
    {
        if (wiring.Problem() is { } problem) throw new RigFaultException($"keypad: {problem}");
        _gpio = gpio;
        ReportsTouches = withEdges;
        _columns = [.. wiring.Columns.Select(pin => new PinValuePair(pin, PinValue.High))];
        foreach (var pin in wiring.Columns) gpio.OpenPin(pin, PinMode.InputPullUp);
        _rows = [.. wiring.Rows.Select(pin => gpio.OpenPin(pin, PinMode.Output, PinValue.Low))];
        _driven = AllRows;
        if (!withEdges) return;
        foreach (var pin in wiring.Columns)
            gpio.RegisterCallbackForPinValueChangedEvent(pin, PinEventTypes.Falling, OnEdge);
    }

    public event Action? Touched;

    public bool ReportsTouches { get; }

    public int RowCount => _rows.Length;

    public int ColumnCount => _columns.Length;

    private ulong AllRows => (1UL << _rows.Length) - 1;

    public void DriveAll() => Drive(AllRows);

    public void DriveOnly(int row) => Drive(row < 0 ? 0 : 1UL << row);

    /// <summary>All in one call, which the controller hands to the driver as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int LowColumns()
    {
        _gpio.Read(_columns);
        var low = 0;
        for (var column = 0; column < _columns.Length; column++)
        {
            if (_columns[column].PinValue == PinValue.Low) low |= 1 << column;
        }

        return low;
    }

    public string NameOfColumn(int column) => $"GPIO {_columns[column].PinNumber}";

    public void Dispose()
    {
        foreach (var column in _columns)
        {
            if (ReportsTouches) _gpio.UnregisterCallbackForPinValueChangedEvent(column.PinNumber, OnEdge);
            _gpio.ClosePin(column.PinNumber);
        }

        foreach (var row in _rows) _gpio.ClosePin(row.PinNumber);
    }

    /// <summary>
    /// A driver may forget the level of a pin that was an input. The controller remembers it, low since the pin was
    /// opened, and tells the driver again with the mode.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Drive(ulong wanted)
    {
        for (var rest = _driven & ~wanted; rest != 0; rest &= rest - 1)
            _rows[BitOperations.TrailingZeroCount(rest)].SetPinMode(PinMode.Input);
        for (var rest = wanted & ~_driven; rest != 0; rest &= rest - 1)
            _rows[BitOperations.TrailingZeroCount(rest)].SetPinMode(PinMode.Output);
        _driven = wanted;
    }

    private void OnEdge(object sender, PinValueChangedEventArgs edge) => Touched?.Invoke();
}
