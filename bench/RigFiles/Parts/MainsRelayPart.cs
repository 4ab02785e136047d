using HilBench.Input;
using HilBench.Rig.Surroundings;

namespace HilBench.RigFiles;

/// <summary><c>mainsRelay</c>: what it may say, and the relay it means.</summary>
internal static class MainsRelayPart
{
    public const string Choice = "relay";
    private const int LongestBoot = 600;

    public static SettingRule Rules { get; } = SettingRule.Group(
        "mainsRelay",
        "A relay in the mains of the meter under test, on a board with an MCP23017. For mains \"relay\".",
        SettingRule.Whole(
            "address", "I2C address of the MCP23017, 32 (0x20) to 39 (0x27).",
            MainsRelaySettings.FirstAddress, MainsRelaySettings.LastAddress),
        SettingRule.Whole(
            "line", "The line of the relay's input: GPA0 = 0, GPB0 = 8.", 0, MainsRelaySettings.LastLine),
        SettingRule.Flag("activeLow", "The relay draws while its input is low."),
        SettingRule.Number("bootSeconds", "From the mains to the meter's first answer.", 0, LongestBoot));

    /// <summary>Null where the file says of <c>mains</c> something else.</summary>
    /// <exception cref="SettingsException">The relay does not go with the choice, or nobody could find it.</exception>
    public static MainsRelaySettings? Of(Setting file)
    {
        var group = file.Find("mainsRelay");
        if (file.Text("mains", "") != Choice)
        {
            return group is null
                ? null
                : throw group.Wrong($"mainsRelay needs mains \"{Choice}\", or it would not be switched");
        }

        if (group?.Find("line") is null)
        {
            throw (group ?? file.Find("mains")!).Wrong(
                $"mains \"{Choice}\" needs mainsRelay with its line, such as \"mainsRelay\": {{ \"line\": 0 }}");
        }

        var relay = new MainsRelaySettings(group.Whole("line", 0));
        return relay with
        {
            Address = group.Whole("address", relay.Address),
            IsActiveLow = group.Flag("activeLow", false),
            Boot = group.Seconds("bootSeconds", relay.Boot),
        };
    }
}
