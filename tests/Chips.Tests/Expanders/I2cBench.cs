using System.Device.Gpio;
using System.Device.I2c;

namespace HilBench.Chips.Tests.Expanders;

/// <summary>A board with 16 wires for an expander, a processor's header, and a bus with or without time.</summary>
internal sealed class I2cBench
{
    public I2cBench(bool hasTime = false)
    {
        Wires = new PinHeader(Board, 16, "wires");
        Processor = new PinHeader(Board);
        Gpio = new GpioController(new EmulatedGpioDriver(Wires));
        Bus = hasTime ? new EmulatedI2cBus(1, Board.Time) : new EmulatedI2cBus();
    }

    public CircuitBoard Board { get; } = new(seed: 5);

    /// <summary>The device connected to the expander. A GPIO controller drives its wires from outside.</summary>
    public PinHeader Wires { get; }

    public PinHeader Processor { get; }

    public GpioController Gpio { get; }

    public EmulatedI2cBus Bus { get; }

    public I2cDevice Attach(II2cChip chip)
    {
        Bus.Attach(chip);
        return Bus.CreateDevice(chip.BusAddress);
    }

    /// <summary>Drives a wire from outside.</summary>
    public void Drive(int wire, bool high)
    {
        if (!Gpio.IsPinOpen(wire)) Gpio.OpenPin(wire);
        Gpio.SetPinMode(wire, PinMode.Output);
        Gpio.Write(wire, high ? PinValue.High : PinValue.Low);
    }

    public string Findings => string.Join('\n', Board.Findings.All.Select(finding => finding.What));
}
