using System.Device.Gpio;
using System.Device.I2c;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>What a board hangs on: the processor's pins, and its I²C bus where it has one.</summary>
public sealed record BoardPins(GpioController Gpio, I2cBus? I2c = null)
{
    /// <exception cref="RigFaultException">There is no bus.</exception>
    public I2cDevice Device(int address) =>
        (I2c ?? throw new RigFaultException("I2C: this rig has chips on I2C and no bus")).CreateDevice(address);
}
