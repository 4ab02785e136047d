using System.Device.Gpio;
using HilBench.Board;
using HilBench.Chips;

namespace HilBench.Pi;

/// <summary>
/// Our own keypad chip on the guest's row and column pins. The guest's pins are copied to an emulated header, and what
/// the columns read there is what the guest should read. Not for several threads.
/// </summary>
internal sealed class PadBoard
{
    private readonly PinHeader _header;
    private readonly MatrixKeypad _keypad;
    private readonly GpioController _gpio;
    private readonly IReadOnlyList<int> _columns;
    private readonly HashSet<int> _ours;

    public PadBoard(KeypadWiring wiring)
    {
        var circuit = new CircuitBoard(seed: 1);
        _header = new PinHeader(circuit);
        _keypad = new MatrixKeypad(
            circuit, _header, wiring.Rows, wiring.Columns, new KeyLegend([.. wiring.Legend]), BounceProfile.None);
        _gpio = new GpioController(new EmulatedGpioDriver(_header));
        _columns = wiring.Columns;
        _ours = [.. wiring.Rows, .. wiring.Columns];
        foreach (var pin in _ours) _gpio.OpenPin(pin, PinMode.Input);
        foreach (var pin in _columns) Columns |= 1u << pin;
    }

    /// <summary>The column pins, a bit each.</summary>
    public uint Columns { get; }

    /// <summary>The columns that are high.</summary>
    public uint Levels
    {
        get
        {
            var high = 0u;
            foreach (var pin in _columns.Where(_header.LevelOf)) high |= 1u << pin;
            return high;
        }
    }

    public bool IsTouched => _keypad.ClosedKeys.Length > 0;

    public void Hold(char key) => _keypad.Hold(key);

    public void Release(char key) => _keypad.Release(key);

    public void Take(PinRecord record)
    {
        if (!_ours.Contains(record.Pin)) return;
        var mode = record.Event switch
        {
            PinEvent.Output => PinMode.Output,
            PinEvent.InputPullUp => PinMode.InputPullUp,
            PinEvent.InputPullDown => PinMode.InputPullDown,
            _ => PinMode.Input,
        };
        if (_gpio.GetPinMode(record.Pin) != mode) _gpio.SetPinMode(record.Pin, mode);
        if (mode == PinMode.Output) _gpio.Write(record.Pin, record.Level == 0 ? PinValue.Low : PinValue.High);
    }
}
