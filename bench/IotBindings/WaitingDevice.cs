using System.Device.I2c;
using HilBench.Rig.Board;

namespace HilBench.IotBindings;

/// <summary>
/// A chip on I2C for a stock driver: time passes between two transfers, and a chip that does not answer is a fault of
/// the bench in one line.
/// </summary>
/// <param name="device">Its place on the bus; this one owns it.</param>
/// <param name="what">What it is, such as <c>the display's PCF8574</c>.</param>
/// <param name="time">What passes; null = the driver never waits.</param>
internal sealed class WaitingDevice(I2cDevice device, string what, PassingTime? time = null) : I2cDevice
{
    private readonly I2cPart _part = new(device, what);

    public override I2cConnectionSettings ConnectionSettings => device.ConnectionSettings;

    public override void Read(Span<byte> buffer)
    {
        time?.CatchUp();
        _part.Read(buffer);
        time?.Touched();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        time?.CatchUp();
        _part.Write(buffer);
        time?.Touched();
    }

    /// <summary>One register and what is in it; no stock driver here asks otherwise.</summary>
    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        time?.CatchUp();
        _part.Read(writeBuffer[0], readBuffer);
        time?.Touched();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _part.Dispose();
        base.Dispose(disposing);
    }
}
