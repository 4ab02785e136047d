using System.Device.I2c;

namespace HilBench.Rig.Board;

/// <summary>
/// Registers of an MCP23017, IOCON.BANK = 0 (data sheet DS20001952D, table 3-3); each has port A first, then port B.
/// </summary>
public enum ExpanderRegister : byte
{
    Direction = 0x00,
    InterruptEnable = 0x04,
    Configuration = 0x0A,
    PullUp = 0x0C,
    Port = 0x12,
    Latch = 0x14,
}

/// <summary>The registers of an MCP23017, by whatever driver. Low byte = port A, high byte = port B.</summary>
public interface IExpanderRegisters : IDisposable
{
    void Write(ExpanderRegister register, ushort pair);

    ushort Read(ExpanderRegister register);
}

/// <summary>Both ports in one transfer.</summary>
internal sealed class ExpanderRegisters(I2cDevice device) : IExpanderRegisters
{
    private readonly I2cPart _chip = new(device, "the keypad's MCP23017");

    public void Write(ExpanderRegister register, ushort pair) =>
        _chip.Write([(byte)register, (byte)(pair & 0xFF), (byte)(pair >> 8)]);

    public ushort Read(ExpanderRegister register)
    {
        Span<byte> pair = stackalloc byte[2];
        _chip.Read((byte)register, pair);
        return (ushort)(pair[0] | pair[1] << 8);
    }

    public void Dispose() => _chip.Dispose();
}
