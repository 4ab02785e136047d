using System.Device.Gpio;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// The parts of a meter board, ready to be driven: where the wiring says so behind expanders on I²C. A board without a
/// keypad gets its keys by <see cref="MeterBoard.TakeKey"/>.
/// </summary>
public sealed record BoardParts(
    ICharacterDisplay Display, KeypadScanner? Keypad, GpioPin LoadSwitch, FrontIndicators Indicators) : IDisposable
{
    /// <summary>The drivers of every part.</summary>
    /// <exception cref="RigFaultException">The wiring makes no sense, or a chip does not answer.</exception>
    public static BoardParts Of(
        BoardPins pins, BoardWiring wiring, KeypadTiming timing, IBenchClock clock, MeterProfile profile,
        bool hasKeypad = true, IReadOnlyList<LcdGlyph>? glyphs = null)
    {
        if (wiring.Problem() is { } problem) throw new RigFaultException($"board: {problem}");
        var load = pins.Gpio.OpenPin(wiring.LoadSwitch, PinMode.Output, PinValue.Low);
        var display = DisplayOf(pins, wiring.Display, clock, profile.Display, glyphs ?? LcdGlyphs.For(profile));
        var keypad = hasKeypad
            ? new KeypadScanner(WiresOf(pins, wiring.Keypad, timing), wiring.Keypad, clock, timing)
            : null;
        return new BoardParts(display, keypad, load, new FrontIndicators(pins.Gpio, wiring.Indicators));
    }

    /// <summary>The pad's wires, on pins or on an expander.</summary>
    public static IPadWires WiresOf(BoardPins pins, KeypadWiring wiring, KeypadTiming timing)
    {
        var withEdges = timing.Idle == KeypadIdle.Edges;
        if (wiring.Expander is not { } expander) return new GpioPadWires(pins.Gpio, wiring, withEdges);
        return new ExpanderPadWires(pins.Device(expander.Address), pins.Gpio, wiring, withEdges);
    }

    /// <summary>The panel, on pins or behind a backpack.</summary>
    public static ICharacterDisplay DisplayOf(
        BoardPins pins, LcdWiring wiring, IBenchClock clock, DisplaySize size,
        IReadOnlyList<LcdGlyph>? glyphs = null)
    {
        if (wiring.Segments is { } digits) return new SegmentDisplay(pins.Device, digits);
        if (wiring.Driver == LcdDriver.IotBindings)
        {
            ILcdBus bus = wiring.Backpack is { } usual
                ? new BackpackLcdBus(pins.Device(usual.Address), wiring)
                : new GpioLcdBus(pins.Gpio, wiring, clock);
            return new StockLcd(bus, size, clock, glyphs ?? []);
        }

        return wiring.Backpack is { } backpack
            ? new CharacterLcd(pins.Device(backpack.Address), wiring, size.Columns, size.Lines, clock, glyphs)
            : new CharacterLcd(pins.Gpio, wiring, size.Columns, size.Lines, clock, glyphs);
    }

    public void Dispose()
    {
        Keypad?.Dispose();
        Display.Dispose();
        LoadSwitch.Close();
        Indicators.Dispose();
    }
}
