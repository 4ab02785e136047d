namespace HilBench.Rig.Tests.Contract;

/// <summary>What a rig file chooses by <c>driver: "iot-bindings"</c>, as further kinds of the contract tests.</summary>
internal static class StockDrivers
{
    public const string OnPins = "gpio, driver iot-bindings";
    public const string OnBackpack = "pcf8574, driver iot-bindings";
    public const string OnExpander = "mcp23017, driver iot-bindings";

    /// <summary>The rig virtual-i2c with the stock drivers.</summary>
    public const string RigWithExpander = """
        { "clock": "virtual",
          "keypad": { "kind": "mcp23017", "rows": [0, 1, 2, 3], "columns": [8, 9, 10], "interrupt": 25,
                      "idle": "edges", "driver": "iot-bindings" },
          "display": { "kind": "pcf8574", "driver": "iot-bindings" } }
        """;

    public static string[] Displays => [OnPins, OnBackpack];
}
