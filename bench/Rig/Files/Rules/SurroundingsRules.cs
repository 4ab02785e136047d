using HilBench.Rig.Surroundings;

namespace HilBench.Rig.Files;

/// <summary>The settings of what stands around a meter: the loop through its load switch.</summary>
internal static class SurroundingsRules
{
    private const int MostMilliamps = 10_000;
    private const int MostMilliohms = 1_000;

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
