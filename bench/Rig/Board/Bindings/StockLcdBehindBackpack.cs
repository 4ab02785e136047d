using HilBench.Meter;
using HilBench.Rig.Roles;
using Iot.Device.CharacterLcd;

namespace HilBench.Rig.Board;

/// <summary>A panel behind a PCF8574, wired as <see cref="BackpackWiring.Usual"/>.</summary>
/// <remarks>
/// The stock driver wakes a panel with whole bytes, so that the first thing an 8-bit panel hears is an instruction 0.
/// Here the panel is woken as the data sheet says (figure 24) before that driver gets it, which turns those bytes into
/// "return home".
/// </remarks>
internal sealed class StockLcdBehindBackpack(
    BoardPins pins, int address, DisplaySize size, IBenchClock clock, IReadOnlyList<LcdGlyph> glyphs)
    : StockLcd(clock, size, glyphs, WakingTransferTime, SafeWaits)
{
    private const byte Enable = 0x04;
    private const byte Light = 0x08;

    /// <summary>
    /// A PCF8574 wakes with every line high, so the panel may be driving its data lines: E goes low first, then R/W.
    /// </summary>
    private const byte AtRestButReading = 0xFA;

    /// <summary>Each of the first three instructions is more than 4.1 ms from the next.</summary>
    private static readonly TimeSpan WakingTransferTime = TimeSpan.FromMicroseconds(4200);

    private WaitingDevice? _opened;

    private protected override LcdInterface Open(PassingTime time)
    {
        _opened = new WaitingDevice(new I2cPart(pins.Device(address), "the display's PCF8574"), time);
        _opened.WriteByte(AtRestButReading);
        _opened.WriteByte(Light);
        int[] functionSets = [0x3, 0x3, 0x3, 0x2, FunctionSet(LineCount) >> 4, FunctionSet(LineCount) & 0xF];
        foreach (var nibble in functionSets)
        {
            _opened.WriteByte((byte)(nibble << 4 | Light | Enable));
            _opened.WriteByte((byte)(nibble << 4 | Light));
        }

        return LcdInterface.CreateI2c(_opened, uses8Bit: false);
    }

    private protected override void Close()
    {
        _opened?.Dispose();
        _opened = null;
    }
}
