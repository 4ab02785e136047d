using HilBench.Rig.Surroundings;

namespace HilBench.RigFiles;

/// <summary>What stands around a meter: the relay in its mains, the loop through its load switch.</summary>
internal static class SurroundingsRules
{
    private const int MostMilliamps = 10_000;
    private const int MostMilliohms = 1_000;

    private const int LongestBoot = 600;

    public static SettingRule MainsRelay { get; } = SettingRule.Group(
        "mainsRelay",
        "A relay in the mains of the meter under test, on a board with an MCP23017. For mains \"relay\".",
        SettingRule.Whole(
            "address", "I2C address of the MCP23017, 32 (0x20) to 39 (0x27).",
            MainsRelaySettings.FirstAddress, MainsRelaySettings.LastAddress),
        SettingRule.Whole(
            "line", "The line of the relay's input: GPA0 = 0, GPB0 = 8.", 0, MainsRelaySettings.LastLine),
        SettingRule.Flag("activeLow", "The relay draws while its input is low."),
        SettingRule.Number("bootSeconds", "From the mains to the meter's first answer.", 0, LongestBoot));

    public static SettingRule TestLoop { get; } = SettingRule.Group(
        "testLoop",
        "A DC loop through the contact of the load switch, watched by an INA236; never mains. For load \"test-loop\".",
        SettingRule.Whole(
            "address", "I2C address of the INA236, 64 (0x40) to 71 (0x47).",
            TestLoopSettings.FirstAddress, TestLoopSettings.LastAddress),
        SettingRule.Number(
            "volts", "What the supply of the loop gives; never mains.",
            (decimal)TestLoopSettings.LeastVolts, (decimal)TestLoopSettings.MostVolts),
        SettingRule.Number("milliamps", "What flows while the contact is closed.", 1, MostMilliamps),
        SettingRule.Number("shuntMilliohms", "The shunt on the board of the INA236.", 1, MostMilliohms));
}
