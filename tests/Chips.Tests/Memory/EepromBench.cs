using System.Device.I2c;

namespace HilBench.Chips.Tests.Memory;

internal sealed class EepromBench
{
    public EepromBench(ulong seed = 3)
    {
        Board = new CircuitBoard(seed);
        Chip = new Eeprom24C(Board);
        var bus = new EmulatedI2cBus();
        bus.Attach(Chip);
        Device = bus.CreateDevice(0x50);
        Bus = bus;
    }

    public CircuitBoard Board { get; }

    public Eeprom24C Chip { get; }

    public EmulatedI2cBus Bus { get; }

    public I2cDevice Device { get; }

    /// <summary>Begins a write; the chip is busy afterwards.</summary>
    public void BeginWrite(int address, params ReadOnlySpan<byte> data) =>
        Device.Write([(byte)(address >> 8), (byte)(address & 0xFF), .. data]);

    public void Write(int address, params ReadOnlySpan<byte> data)
    {
        BeginWrite(address, data);
        Board.Time.Wait(Eeprom24C.WriteTime);
    }

    public byte[] Read(int address, int count)
    {
        byte[] read = new byte[count];
        Device.WriteRead([(byte)(address >> 8), (byte)(address & 0xFF)], read);
        return read;
    }
}
