using HilBench.Input;
using HilBench.Rig.Surroundings;

namespace HilBench.RigFiles;

/// <summary><c>testLoop</c>: what it may say, and the loop it means.</summary>
internal static class TestLoopPart
{
    private const string Choice = "test-loop";
    private const int MostMilliamps = 10_000;
    private const int MostMilliohms = 1_000;

    public static SettingRule Rules { get; } = SettingRule.Group(
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

    /// <summary>Null where the file says of <c>load</c> something else.</summary>
    /// <exception cref="SettingsException">The loop does not go with the choice, or could not be seen.</exception>
    public static TestLoopSettings? Of(Setting file)
    {
        var group = file.Find("testLoop");
        if (file.Text("load", "") != Choice)
        {
            return group is null
                ? null
                : throw group.Wrong($"testLoop needs load \"{Choice}\", or it would not be looked at");
        }

        if (group?.Find("volts") is null || group.Find("milliamps") is null)
        {
            throw (group ?? file.Find("load")!).Wrong(
                $"load \"{Choice}\" needs testLoop with its volts and milliamps, such as "
                + "\"testLoop\": { \"volts\": 12, \"milliamps\": 100 }");
        }

        var loop = new TestLoopSettings((double)group.Number("volts", 0), (double)group.Number("milliamps", 0));
        loop = loop with
        {
            ShuntMilliohms = (double)group.Number("shuntMilliohms", (decimal)loop.ShuntMilliohms),
            Address = group.Whole("address", loop.Address),
        };
        return loop.Problem() is { } problem ? throw group.Wrong(problem) : loop;
    }
}
