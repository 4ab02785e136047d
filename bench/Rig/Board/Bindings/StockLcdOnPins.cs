using System.Device.Gpio;
using HilBench.Meter;
using HilBench.Rig.Roles;
using Iot.Device.CharacterLcd;

namespace HilBench.Rig.Board;

/// <summary>A panel on the processor's pins.</summary>
/// <param name="waits">What the stock driver's own waits are multiplied by.</param>
internal sealed class StockLcdOnPins(
    GpioController pins, LcdWiring wiring, DisplaySize size, IBenchClock clock, IReadOnlyList<LcdGlyph> glyphs,
    double waits = StockLcd.SafeWaits) : StockLcd(clock, size, glyphs, WakingPinTime, waits)
{
    /// <summary>Three touches between two instructions make more than 58 µs.</summary>
    private static readonly TimeSpan WakingPinTime = TimeSpan.FromMicroseconds(20);

    private GpioController? _opened;

    private protected override LcdInterface Open(PassingTime time)
    {
        _opened = new GpioController(new WaitingPins(pins, time));
        return LcdInterface.CreateGpio(
            wiring.RegisterSelect, wiring.Enable, [.. wiring.Data], readWritePin: wiring.ReadWrite ?? -1,
            controller: _opened, shouldDispose: false);
    }

    private protected override void Close()
    {
        _opened?.Dispose();
        _opened = null;
    }
}
