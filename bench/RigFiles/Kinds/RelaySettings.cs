using HilBench.Input;
using HilBench.Rig.Surroundings;

namespace HilBench.RigFiles;

/// <summary>The relay of a rig file in the mains of its meter.</summary>
internal static class RelaySettings
{
    public const string Choice = "relay";

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
