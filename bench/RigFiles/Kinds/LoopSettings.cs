using HilBench.Input;
using HilBench.Rig.Surroundings;

namespace HilBench.RigFiles;

/// <summary>The test loop of a rig file.</summary>
internal static class LoopSettings
{
    private const string Choice = "test-loop";

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
