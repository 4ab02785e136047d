using HilBench.Roles;
using Iot.Device.CharacterLcd;

namespace HilBench.Board;

/// <summary>
/// Our wires to an HD44780 as Iot.Device.Bindings knows them: a driver of that package above, our pulses and waits
/// below. Every instruction has been carried out when a call returns, so nobody above has to wait.
/// </summary>
/// <param name="bus">The wires; they belong to this one.</param>
/// <param name="clock">What waits, where the panel cannot be asked.</param>
internal sealed class LcdBusInterface(ILcdBus bus, IBenchClock clock) : LcdInterface
{
    /// <summary>"Clear display" and "return home" take as long as one another.</summary>
    private const byte LastSlowInstruction = 0x03;

    public override bool EightBitMode => false;

    public override bool BacklightOn
    {
        get => bus.IsLit;
        set => bus.IsLit = value;
    }

    public override void SendCommand(byte command)
    {
        bus.Send(command, isData: false);
        LcdTiming.Pace(bus, clock, command <= LastSlowInstruction ? LcdTiming.Clear : LcdTiming.Execution);
    }

    public override void SendCommandAndWait(byte command) => SendCommand(command);

    public override void SendCommands(ReadOnlySpan<byte> values)
    {
        foreach (var command in values) SendCommand(command);
    }

    public override void SendData(byte value)
    {
        bus.Send(value, isData: true);
        LcdTiming.Pace(bus, clock, LcdTiming.Execution);
    }

    public override void SendData(ReadOnlySpan<byte> values)
    {
        foreach (var value in values) SendData(value);
    }

    /// <summary>The low byte of each character, as the package's own wires do.</summary>
    public override void SendData(ReadOnlySpan<char> values)
    {
        foreach (var value in values) SendData(unchecked((byte)value));
    }

    /// <summary>It is not busy.</summary>
    public override void WaitForNotBusy(int microseconds)
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) bus.Dispose();
        base.Dispose(disposing);
    }
}
