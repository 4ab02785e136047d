using System.Device.I2c;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Board;

/// <summary>
/// A chip on I²C that firmware of ours drives. A chip that does not answer is a fault of the bench, in one line that
/// says what to look at.
/// </summary>
/// <param name="device">Its place on the bus.</param>
/// <param name="what">What it is, such as <c>the display's PCF8574</c>.</param>
public sealed class I2cPart(I2cDevice device, string what) : IDisposable
{
    /// <summary>Where it should answer, such as <c>0x27 on I2C bus 1</c>.</summary>
    public string Place =>
        $"0x{device.ConnectionSettings.DeviceAddress:X2} on I2C bus {device.ConnectionSettings.BusId}";

    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            device.Write(bytes);
        }
        catch (IOException silent)
        {
            throw Silent(silent);
        }
    }

    /// <summary>Reads without naming a register.</summary>
    public void Read(Span<byte> bytes)
    {
        try
        {
            device.Read(bytes);
        }
        catch (IOException silent)
        {
            throw Silent(silent);
        }
    }

    /// <summary>Names a register and reads from it on.</summary>
    public void Read(byte register, Span<byte> bytes)
    {
        try
        {
            device.WriteRead([register], bytes);
        }
        catch (IOException silent)
        {
            throw Silent(silent);
        }
    }

    public void Dispose() => device.Dispose();

    private RigFaultException Silent(IOException silent) => new(
        $"{what} does not answer at {Place}; look at its supply, SDA, SCL and address (`hilbench rig check` lists who "
        + "answers)",
        silent);
}
