using System.Device.I2c;

namespace HilBench.Chips;

/// <summary>One address of an <see cref="EmulatedI2cBus"/>, as firmware holds it.</summary>
internal sealed class EmulatedI2cDevice(EmulatedI2cBus bus, int address) : I2cDevice
{
    public override I2cConnectionSettings ConnectionSettings { get; } = new(bus.BusId, address);

    public override void Read(Span<byte> buffer) => bus.Read(address, buffer);

    public override void Write(ReadOnlySpan<byte> buffer) => bus.Write(address, buffer);

    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        bus.Write(address, writeBuffer, stop: false);
        bus.Read(address, readBuffer);
    }
}
