using System.Device.Gpio;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Board;

/// <summary>
/// A pad on an MCP23017 (Microchip data sheet DS20001952D). A row is driven by making its line an output, whose latch
/// is 0; all rows change with one transfer, all columns are read with one. With INTA wired, a touch pulls it low until
/// the columns are read.
/// </summary>
public sealed class ExpanderPadWires : IPadWires
{
    /// <summary>IOCON: one interrupt wire for both ports, open drain, so that a 5 V chip never drives the Pi.</summary>
    private const ushort MirrorOpenDrain = 0x4444;

    private const ushort AllLines = 0xFFFF;

    private readonly IExpanderRegisters _chip;
    private readonly GpioController _gpio;
    private readonly KeypadWiring _wiring;
    private readonly int? _interrupt;
    private readonly ushort _rows;
    private ushort _directions = AllLines;

    /// <param name="chip">The registers; it belongs to the wires from here on.</param>
    /// <param name="gpio">Where INTA is, when it is wired.</param>
    /// <param name="wiring">Which lines are rows and columns.</param>
    /// <param name="withEdges">Whether INTA is watched.</param>
    public ExpanderPadWires(IExpanderRegisters chip, GpioController gpio, KeypadWiring wiring, bool withEdges)
    {
        if (wiring.Problem() is { } problem) throw new RigFaultException($"keypad: {problem}");
        if (wiring.Expander is not { } expander) throw new RigFaultException("keypad: the wiring names no MCP23017");
        _chip = chip;
        _gpio = gpio;
        _wiring = wiring;
        _interrupt = withEdges ? expander.Interrupt : null;
        _rows = MaskOf(wiring.Rows);
        var columns = MaskOf(wiring.Columns);
        _chip.Write(ExpanderRegister.Configuration, MirrorOpenDrain);
        _chip.Write(ExpanderRegister.Direction, AllLines);
        _chip.Write(ExpanderRegister.Latch, 0);
        _chip.Write(ExpanderRegister.PullUp, columns);
        _chip.Write(ExpanderRegister.InterruptEnable, _interrupt is null ? (ushort)0 : columns);
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
        var levels = _chip.Read(ExpanderRegister.Port);
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

    private void Drive(ushort rows)
    {
        var directions = (ushort)(AllLines & ~rows);
        if (directions == _directions) return;
        _chip.Write(ExpanderRegister.Direction, directions);
        _directions = directions;
    }

    private static ushort MaskOf(IEnumerable<int> lines) => (ushort)lines.Sum(line => 1 << line);

    private void OnInterrupt(object sender, PinValueChangedEventArgs edge) => Touched?.Invoke();
}
