namespace HilBench.RigFiles;

/// <summary>The settings of <c>press</c>, kind by kind.</summary>
internal static class PressRules
{
    private const int LastX = 11;
    private const int LastY = 7;

    public static SettingRule Group { get; } = SettingRule.Group(
        "press",
        "Who presses the keys, and how.",
        [
            RigRule.Kind(
                "hand = an operator, or virtual fingers on an emulated pad; adg2128 = a crosspoint switch on I2C.",
                ["hand", "adg2128"],
                []),
            RigRule.Ms("pressMs", "How long a key is down."),
            RigRule.Ms("gapMs", "How long until the next key."),
            SettingRule.Number("bounceMs", "The longest a contact bounces; 0 = a clean contact.", 0, 1_000)
                .For("hand"),
            .. Crosspoint.Select(rule => rule.For("adg2128")),
        ]);

    private static IEnumerable<SettingRule> Crosspoint =>
    [
        SettingRule.Whole("address", "I2C address of the ADG2128, 112 (0x70) to 119 (0x77).", 0x70, 0x77),
        new("rows", SettingType.Wholes, "The Y line at each row, top row first; else Y0, Y1 and so on.")
        {
            Most = LastY,
        },
        new("columns", SettingType.Wholes, "The X line at each column, left column first; else X0, X1 and so on.")
        {
            Most = LastX,
        },
        RigRule.Pin("resetPin", "The pin at RESET, which opens every contact; null = tied high.")
            with { MayBeNull = true },
    ];
}
