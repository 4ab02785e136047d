using HilBench.Rig.Board;

namespace HilBench.Rig.Files;

/// <summary>
/// The drivers a rig file may name beside our own. Whether this build has them is said once by its host, before a rig
/// file is read.
/// </summary>
public static class PartDrivers
{
    internal const string Own = "own";
    internal const string Iot = "iot-bindings";

    /// <summary>Those of Iot.Device.Bindings; null = this build has none.</summary>
    public static IPartDrivers? IotBindings { get; set; }

    internal static SettingRule Rule { get; } = SettingRule.Choice(
        "driver",
        "own = ours; iot-bindings = those of Iot.Device.Bindings, in a build with -p:WithIotBindings=true.",
        Own, Iot);

    /// <summary>Null = our own.</summary>
    /// <exception cref="SettingsException">The file names drivers that this build lacks.</exception>
    internal static IPartDrivers? Of(Setting part, string path)
    {
        if (part.Text("driver", Own) == Own) return null;
        return IotBindings ?? throw part.Find("driver")!.Wrong(
            $"{path}.driver \"{Iot}\" is not in this build; build with -p:WithIotBindings=true, or say \"{Own}\"");
    }
}
