using System.Device.I2c;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// A chip on I²C, for a driver of ours or of Iot.Device.Bindings. A chip that does not answer is a fault of the bench,
/// in one line that says what to look at.
/// </summary>
/// <param name="device">Its place on the bus; this one owns it.</param>
/// <param name="what">What it is, such as <c>the display's PCF8574</c>.</param>
public sealed class I2cPart(I2cDevice device, string what) : I2cDevice
{
    public override I2cConnectionSettings ConnectionSettings => device.ConnectionSettings;

    /// <summary>Where it should answer, such as <c>0x27 on I2C bus 1</c>.</summary>
    public string Place => $"0x{ConnectionSettings.DeviceAddress:X2} on I2C bus {ConnectionSettings.BusId}";

    /// <exception cref="RigFaultException">It does not answer.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            device.Write(buffer);
        }
        catch (IOException silent)
        {
            throw Silent(silent);
        }
    }

    /// <summary>Reads without naming a register.</summary>
    /// <exception cref="RigFaultException">It does not answer.</exception>
    public override void Read(Span<byte> buffer)
    {
        try
        {
            device.Read(buffer);
        }
        catch (IOException silent)
        {
            throw Silent(silent);
        }
    }

    /// <summary>Names a register and reads from it on.</summary>
    /// <exception cref="RigFaultException">It does not answer.</exception>
    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        try
        {
            device.WriteRead(writeBuffer, readBuffer);
        }
        catch (IOException silent)
        {
            throw Silent(silent);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) device.Dispose();
        base.Dispose(disposing);
    }

    private RigFaultException Silent(IOException silent) => new(
        $"{what} does not answer at {Place}; look at its supply, SDA, SCL and address (`hilbench rig check` lists who "
        + "answers)",
        silent);
}
