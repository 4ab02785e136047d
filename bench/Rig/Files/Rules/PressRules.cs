namespace HilBench.Rig.Files;

/// <summary>The settings of <c>press</c>.</summary>
internal static class PressRules
{
    public static SettingRule Group { get; } = SettingRule.Group(
        "press",
        "How a customer presses.",
        RigRule.Ms("pressMs", "How long a key is down."),
        RigRule.Ms("gapMs", "How long until the next key."),
        SettingRule.Number("bounceMs", "The longest a contact bounces; 0 = a clean contact.", 0, 1_000));
}
