using System.Device.I2c;
using HilBench.Chips;
using HilBench.Rig.Surroundings;

namespace HilBench.Rig.Tests.Surroundings;

/// <summary>A relay board for a bench in real time: its contacts have moved when a transfer returns.</summary>
internal sealed class LiveRelayBoard
{
    private readonly CircuitBoard _board = new(seed: 1);
    private readonly EmulatedI2cBus _bus = new();

    public LiveRelayBoard(MainsRelaySettings settings)
    {
        var header = new PinHeader(_board, Mcp23017.Lines, "relay board");
        Module = new RelayModule(_board, header, settings.Line, settings.IsActiveLow);
        _bus.Attach(new Mcp23017(_board, header, settings.Address));
    }

    public RelayModule Module { get; }

    public I2cDevice Open(int address) => new Live(_bus.CreateDevice(address), _board.Time);

    private sealed class Live(I2cDevice device, VirtualTime time) : I2cDevice
    {
        private static readonly TimeSpan Moves = RelayModule.OperateTime + RelayModule.ReleaseTime;

        public override I2cConnectionSettings ConnectionSettings => device.ConnectionSettings;

        public override void Read(Span<byte> buffer) => device.Read(buffer);

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            device.Write(buffer);
            time.Wait(Moves);
        }

        public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) =>
            device.WriteRead(writeBuffer, readBuffer);
    }
}
