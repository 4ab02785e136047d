using HilBench.Input;
using HilBench.Roles;

namespace HilBench.RigFiles;

/// <summary><c>labels</c>: what tells this rig from the others of a lab.</summary>
internal static class LabelsPart
{
    private const string Name = "labels";

    public static SettingRule Rules { get; } = new(
        Name, SettingType.Words,
        "What tells this rig from others, in reports and in a lab; any key may be added, but nothing secret.")
    {
        Inside =
        [
            SettingRule.Text(RigLabels.Model, "The make and type of the meter, such as \"clou\"."),
            SettingRule.Text(RigLabels.Serial, "The serial number of the meter."),
            SettingRule.Text(RigLabels.Firmware, "The version of the meter's firmware."),
            SettingRule.Text(RigLabels.Site, "Where the rig stands."),
            SettingRule.Text(RigLabels.Bench, "The name of the bench; `hilbench lab join --name` goes before it."),
        ],
    };

    /// <exception cref="SettingsException">A key or a value cannot be one; the message has its line.</exception>
    public static IReadOnlyDictionary<string, string> Of(Setting file)
    {
        if (file.Find(Name) is not { } group) return RigLabels.None;
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, setting) in group.Members)
        {
            var value = (string)setting.Value!;
            if (RigLabels.Problem(key, value) is { } problem)
                throw setting.Wrong($"{Name}: \"{OneLine.Beginning(key)}\" {problem}");
            labels.Add(key, value);
        }

        return labels;
    }
}
