using System.Device.I2c;
using HilBench.Rig.Board;
using Iot.Device.Mcp23xxx;

namespace HilBench.IotBindings;

/// <summary>
/// The registers of an MCP23017 through <see cref="Mcp23017"/> of Iot.Device.Bindings, for the wires of a pad: our
/// scanner above, the stock driver's transfers below.
/// </summary>
internal sealed class StockExpander(I2cDevice device) : IExpanderRegisters
{
    private readonly Mcp23017 _chip = new(new WaitingDevice(device, "the keypad's MCP23017"));

    public void Write(ExpanderRegister register, ushort pair) => _chip.WriteUInt16(Stock(register), pair);

    public ushort Read(ExpanderRegister register) => _chip.ReadUInt16(Stock(register));

    public void Dispose() => _chip.Dispose();

    private static Register Stock(ExpanderRegister register) => register switch
    {
        ExpanderRegister.Direction => Register.IODIR,
        ExpanderRegister.InterruptEnable => Register.GPINTEN,
        ExpanderRegister.Configuration => Register.IOCON,
        ExpanderRegister.PullUp => Register.GPPU,
        ExpanderRegister.Port => Register.GPIO,
        _ => Register.OLAT,
    };
}
