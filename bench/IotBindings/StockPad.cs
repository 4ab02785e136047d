using System.Device.Gpio;
using HilBench.Rig.Board;
using HilBench.Rig.Roles;
using Iot.Device.Mcp23xxx;

namespace HilBench.IotBindings;

/// <summary>
/// The wires of a pad on an MCP23017 through <see cref="Mcp23017"/> of Iot.Device.Bindings: our scanner above, the
/// stock driver's registers below. INTA is on a pin of the processor, which is ours to watch.
/// </summary>
internal sealed class StockPad : IPadWires
{
    private const ushort AllLines = 0xFFFF;

    /// <summary>IOCON of both ports: one interrupt wire for both, open drain.</summary>
    private const ushort MirrorOpenDrain = 0x4444;

    private readonly Mcp23017 _chip;
    private readonly GpioController _gpio;
    private readonly KeypadWiring _wiring;
    private readonly int? _interrupt;
    private readonly ushort _rows;
    private ushort _directions = AllLines;

    public StockPad(BoardPins pins, KeypadWiring wiring, bool withEdges)
    {
        if (wiring.Problem() is { } problem) throw new RigFaultException($"keypad: {problem}");
        if (wiring.Expander is not { } expander) throw new RigFaultException("keypad: the wiring names no MCP23017");
        _gpio = pins.Gpio;
        _wiring = wiring;
        _interrupt = withEdges ? expander.Interrupt : null;
        _rows = MaskOf(wiring.Rows);
        var columns = MaskOf(wiring.Columns);
        _chip = new Mcp23017(new WaitingDevice(pins.Device(expander.Address), "the keypad's MCP23017"));
        _chip.WriteUInt16(Register.IOCON, MirrorOpenDrain);
        _chip.WriteUInt16(Register.GPPU, columns);
        _chip.WriteUInt16(Register.GPINTEN, _interrupt is null ? (ushort)0 : columns);
        DriveAll();
        LowColumns();
        if (_interrupt is not { } pin) return;
        _gpio.OpenPin(pin, PinMode.InputPullUp);
        _gpio.RegisterCallbackForPinValueChangedEvent(pin, PinEventTypes.Falling, OnInterrupt);
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
    }

    /// <summary>A row is driven by making its line an output, whose latch is 0.</summary>
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
