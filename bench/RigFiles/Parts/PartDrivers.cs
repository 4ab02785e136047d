using HilBench.Board;

namespace HilBench.RigFiles;

/// <summary>The drivers a rig file may name: <c>driver</c> of a display, and of an expander.</summary>
internal static class PartDrivers
{
    private const string Own = "own";
    private const string Iot = "iot-bindings";

    public static SettingRule OfDisplay { get; } = SettingRule.Choice(
        "driver",
        "own = ours; iot-bindings = that of Iot.Device.Bindings over our wires, which reads nothing back.",
        Own, Iot);

    /// <summary>An MCP23017 is driven in one way only, so both words are taken.</summary>
    public static SettingRule OfExpander { get; } = SettingRule.Choice(
        "driver", "Either: our scanner reaches the registers through Iot.Device.Bindings.", Iot, Own);

    public static LcdDriver Of(Setting display) =>
        display.Text("driver", Own) == Own ? LcdDriver.Own : LcdDriver.IotBindings;
}
