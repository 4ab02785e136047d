namespace HilBench.RigFiles;

/// <summary>Rules that occur in several groups of a rig file.</summary>
internal static class RigRule
{
    /// <summary>Pins are numbered as on a Raspberry Pi's header (BCM).</summary>
    private const int LastPin = 27;

    private const int LongestMs = 60_000;

    /// <summary>The kinds a part may be of: those of this version, then those refused by name.</summary>
    public static SettingRule Kind(string meaning, string[] now, string[] later) =>
        Choice("kind", meaning, now, later);

    public static SettingRule Choice(string name, string meaning, string[] now, string[] later) =>
        SettingRule.Choice(name, meaning, now) with { NotYet = later };

    public static SettingRule Pin(string name, string meaning) => SettingRule.Whole(name, meaning, 0, LastPin);

    public static SettingRule Pins(string name, string meaning) =>
        new(name, SettingType.Wholes, meaning) { Most = LastPin };

    public static SettingRule Ms(string name, string meaning) => SettingRule.Number(name, meaning, 0.1m, LongestMs);
}
