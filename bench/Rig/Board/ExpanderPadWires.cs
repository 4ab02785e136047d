using System.Device.Gpio;
using System.Device.I2c;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Board;

/// <summary>
/// A pad on an MCP23017 (Microchip data sheet DS20001952D). A row is driven by making its line an output, whose latch
/// is 0; all rows change with one transfer, all columns are read with one. With INTA wired, a touch pulls it low until
/// the columns are read.
/// </summary>
internal sealed class ExpanderPadWires : IPadWires
{
    // Register addresses with IOCON.BANK = 0, table 3-3; each has port A first, port B behind it.
    private const byte Direction = 0x00;
    private const byte InterruptEnable = 0x04;
    private const byte Configuration = 0x0A;
    private const byte PullUp = 0x0C;
    private const byte Port = 0x12;
    private const byte Latch = 0x14;

    /// <summary>IOCON: one interrupt wire for both ports, open drain, so that a 5 V chip never drives the Pi.</summary>
    private const byte MirrorOpenDrain = 0x44;

    private const int AllLines = 0xFFFF;

    private readonly I2cPart _chip;
    private readonly GpioController _gpio;
    private readonly KeypadWiring _wiring;
    private readonly int? _interrupt;
    private readonly int _rows;
    private int _directions = AllLines;

    public ExpanderPadWires(I2cDevice device, GpioController gpio, KeypadWiring wiring, bool withEdges)
    {
        if (wiring.Problem() is { } problem) throw new RigFaultException($"keypad: {problem}");
        if (wiring.Expander is not { } expander) throw new RigFaultException("keypad: the wiring names no MCP23017");
        _chip = new I2cPart(device, "the keypad's MCP23017");
        _gpio = gpio;
        _wiring = wiring;
        _interrupt = withEdges ? expander.Interrupt : null;
        _rows = MaskOf(wiring.Rows);
        var columns = MaskOf(wiring.Columns);
        _chip.Write([Configuration, MirrorOpenDrain]);
        Put(Direction, AllLines);
        Put(Latch, 0);
        Put(PullUp, columns);
        Put(InterruptEnable, _interrupt is null ? 0 : columns);
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

    public void DriveOnly(int row) => Drive(row < 0 ? 0 : 1 << _wiring.Rows[row]);

    public int LowColumns()
    {
        Span<byte> port = stackalloc byte[2];
        _chip.Read(Port, port);
        var levels = port[0] | port[1] << 8;
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

    private void Drive(int rows)
    {
        var directions = AllLines & ~rows;
        if (directions == _directions) return;
        Put(Direction, directions);
        _directions = directions;
    }

    private void Put(byte register, int pair) => _chip.Write([register, (byte)(pair & 0xFF), (byte)(pair >> 8)]);

    private static int MaskOf(IEnumerable<int> lines) => lines.Sum(line => 1 << line);

    private void OnInterrupt(object sender, PinValueChangedEventArgs edge) => Touched?.Invoke();
}
