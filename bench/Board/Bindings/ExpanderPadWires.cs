using System.Device.Gpio;
using System.Device.I2c;
using HilBench.Roles;
using Iot.Device.Mcp23xxx;

namespace HilBench.Board;

/// <summary>
/// A pad on an MCP23017 (Microchip data sheet DS20001952D), whose registers are reached through
/// <see cref="Mcp23017"/> of Iot.Device.Bindings. A row is driven by making its line an output, whose latch
/// is 0; all rows change with one transfer, all columns are read with one. With INTA wired, a touch pulls it low until
/// the columns are read.
/// </summary>
public sealed class ExpanderPadWires : IPadWires
{
    /// <summary>IOCON: one interrupt wire for both ports, open drain, so that a 5 V chip never drives the Pi.</summary>
    private const ushort MirrorOpenDrain = 0x4444;

    private const ushort AllLines = 0xFFFF;

    private readonly I2cPart _part;
    private readonly Mcp23017 _chip;
    private readonly GpioController _gpio;
    private readonly KeypadWiring _wiring;
    private readonly int? _interrupt;
    private readonly ushort _rows;
    private ushort _directions = AllLines;

    /// <param name="device">The chip on its bus; it belongs to the wires from here on.</param>
    /// <param name="gpio">Where INTA is, when it is wired.</param>
    /// <param name="wiring">Which lines are rows and columns.</param>
    /// <param name="withEdges">Whether INTA is watched.</param>
    public ExpanderPadWires(I2cDevice device, GpioController gpio, KeypadWiring wiring, bool withEdges)
    {
        if (wiring.Problem() is { } problem) throw new RigFaultException($"keypad: {problem}");
        if (wiring.Expander is not { } expander) throw new RigFaultException("keypad: the wiring names no MCP23017");
        _part = new I2cPart(device, "the keypad's MCP23017");
        _chip = new Mcp23017(_part);
        _gpio = gpio;
        _wiring = wiring;
        _interrupt = withEdges ? expander.Interrupt : null;
        _rows = MaskOf(wiring.Rows);
        var columns = MaskOf(wiring.Columns);
        _chip.WriteUInt16(Register.IOCON, MirrorOpenDrain);
        _chip.WriteUInt16(Register.IODIR, AllLines);
        _chip.WriteUInt16(Register.OLAT, 0);
        _chip.WriteUInt16(Register.GPPU, columns);
        _chip.WriteUInt16(Register.GPINTEN, _interrupt is null ? (ushort)0 : columns);
        DriveAll();
        LowColumns();
        if (_interrupt is not { } pin) return;
        gpio.OpenPin(pin, PinMode.InputPullUp);
        gpio.RegisterCallbackForPinValueChangedEvent(pin, PinEventTypes.Falling, OnInterrupt);
    }

    public event Action? Touched;

    public bool ReportsTouches => _interrupt is not null;

    public int RowCount => _wiring.Rows.Count;

    public int ColumnCount => _wiring.Columns.Count;

    public void DriveAll() => Drive(_rows);

    public void DriveOnly(int row) => Drive(row < 0 ? (ushort)0 : (ushort)(1 << _wiring.Rows[row]));

    public int LowColumns()
    {
        var levels = _chip.ReadUInt16(Register.GPIO);
        var low = 0;
        for (var column = 0; column < _wiring.Columns.Count; column++)
        {
            if ((levels >> _wiring.Columns[column] & 1) == 0) low |= 1 << column;
        }

        return low;
    }

    public string NameOfColumn(int column) => ExpanderWiring.NameOf(_wiring.Columns[column]);

    /// <summary>Leaves every line an input, even when the chip has gone meanwhile.</summary>
    public void Dispose()
    {
        if (_interrupt is { } pin)
        {
            _gpio.UnregisterCallbackForPinValueChangedEvent(pin, OnInterrupt);
            _gpio.ClosePin(pin);
        }

        try
        {
            DriveOnly(-1);
        }
        catch (RigFaultException)
        {
            // Whoever uses the pad has been told already; a chip that is gone drives nothing.
        }

        _chip.Dispose();
        _part.Dispose();
    }

    private void Drive(ushort rows)
    {
        var directions = (ushort)(AllLines & ~rows);
        if (directions == _directions) return;
        _chip.WriteUInt16(Register.IODIR, directions);
        _directions = directions;
    }

    private static ushort MaskOf(IEnumerable<int> lines) => (ushort)lines.Sum(line => 1 << line);

    private void OnInterrupt(object sender, PinValueChangedEventArgs edge) => Touched?.Invoke();
}
