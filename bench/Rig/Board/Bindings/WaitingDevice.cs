using System.Device.I2c;

namespace HilBench.Rig.Board;

/// <summary>A chip on I²C for a driver that waits by the wall clock: time passes between two transfers.</summary>
/// <param name="device">The chip; this one owns it.</param>
/// <param name="time">What passes.</param>
internal sealed class WaitingDevice(I2cDevice device, PassingTime time) : I2cDevice
{
    public override I2cConnectionSettings ConnectionSettings => device.ConnectionSettings;

    public override void Read(Span<byte> buffer)
    {
        time.CatchUp();
        device.Read(buffer);
        time.Touched();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        time.CatchUp();
        device.Write(buffer);
        time.Touched();
    }

    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        time.CatchUp();
        device.WriteRead(writeBuffer, readBuffer);
        time.Touched();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) device.Dispose();
        base.Dispose(disposing);
    }
}
