using HilBench.Rig.Board;
#if WITH_IOT_BINDINGS
using System.Runtime.CompilerServices;
using HilBench.IotBindings;
using HilBench.Rig.Files;
#endif

namespace HilBench.Rig.Tests.Contract;

/// <summary>
/// The drivers of Iot.Device.Bindings as further kinds of the contract tests, in a build with
/// <c>-p:WithIotBindings=true</c>; without it there are none.
/// </summary>
internal static class StockDrivers
{
    public const string OnPins = "gpio, driver iot-bindings";
    public const string OnBackpack = "pcf8574, driver iot-bindings";
    public const string OnExpander = "mcp23017, driver iot-bindings";

    /// <summary>The rig virtual-i2c with both stock drivers.</summary>
    public const string RigWithExpander = """
        { "clock": "virtual",
          "keypad": { "kind": "mcp23017", "rows": [0, 1, 2, 3], "columns": [8, 9, 10], "interrupt": 25,
                      "idle": "edges", "driver": "iot-bindings" },
          "display": { "kind": "pcf8574", "driver": "iot-bindings" } }
        """;

#if WITH_IOT_BINDINGS
    public static string[] Displays => [OnPins, OnBackpack];

    public static string[] Keypads => [OnExpander];

    public static IPartDrivers? There { get; } = new IotDrivers();

    [ModuleInitializer]
    internal static void Offer() => PartDrivers.IotBindings = There;
#else
    public static string[] Displays => [];

    public static string[] Keypads => [];

    public static IPartDrivers? There => null;
#endif
}
