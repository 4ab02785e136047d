using System.Device.I2c;
using HilBench.Meter;
using HilBench.Rig.Board;
using HilBench.Rig.Roles;

namespace HilBench.IotBindings;

/// <summary>The drivers of Iot.Device.Bindings for the parts of a board: <c>driver: "iot-bindings"</c>.</summary>
public sealed class IotDrivers : IPartDrivers
{
    public ICharacterDisplay Display(
        BoardPins pins, LcdWiring wiring, IBenchClock clock, DisplaySize size, IReadOnlyList<LcdGlyph> glyphs)
    {
        if (wiring.Problem() is { } problem) throw new RigFaultException($"display: {problem}");
        return wiring.Backpack is { } backpack
            ? new StockLcdBehindBackpack(pins, backpack.Address, size, clock, glyphs)
            : new StockLcdOnPins(pins.Gpio, wiring, size, clock, glyphs);
    }

    public IExpanderRegisters Expander(I2cDevice device) => new StockExpander(device);

    /// <summary>The stock driver knows one wiring of a backpack, the one that nearly all have.</summary>
    public string? Problem(LcdWiring wiring)
    {
        if (wiring.Backpack is not { } backpack) return null;
        var usual = BackpackWiring.Usual(backpack.Address);
        return wiring with { Driver = null } == usual
            ? null
            : "driver \"iot-bindings\" drives a backpack only as nearly all are wired: RS, R/W, E and the light on P0 "
                + "to P3, D4 to D7 on P4 to P7";
    }
}
