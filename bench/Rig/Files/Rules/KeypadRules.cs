namespace HilBench.Rig.Files;

/// <summary>The settings of <c>keypad</c>, kind by kind.</summary>
internal static class KeypadRules
{
    public static SettingRule Group { get; } = SettingRule.Group(
        "keypad",
        "The customer's keys.",
        [
            RigRule.Kind(
                "virtual = a matrix keypad on emulated pins; gpio = on real ones; serial-panel = keys of a panel.",
                ["virtual", "gpio", "serial-panel"],
                ["mcp23017", "operator", "adg2128"]),
            new SettingRule(
                "legend", SettingType.Texts, "What is printed on the keys, a text for each row; else the profile's."),
            .. Matrix.Select(rule => rule.Name == "debounceMs"
                ? rule.For("virtual", "gpio", "serial-panel")
                : rule.For("virtual", "gpio")),
            SettingRule.Number("patienceSeconds", "How long an operator may take to press a key.", 1, 3_600)
                .For("gpio", "serial-panel"),
            SettingRule.Text("keyCodes", "What the panel sends for each key, in the order of the legend.")
                .For("serial-panel"),
            SettingRule.Choice(
                "reports", "automatic = the panel sends a key when it is pressed; polled = it is asked.",
                "automatic", "polled").For("serial-panel"),
            RigRule.Ms("pollMs", "From question to question of a polled panel.").For("serial-panel"),
        ]);

    /// <summary>A pad that our own scanner scans.</summary>
    private static IEnumerable<SettingRule> Matrix =>
    [
        RigRule.Pins("rows", "Pins of the rows, top row first."),
        RigRule.Pins("columns", "Pins of the columns, left column first."),
        SettingRule.Choice("idle", "How a touch is noticed: by edges on the columns, or by polling.", "edges", "poll"),
        SettingRule.Number("safetyScanSeconds", "From scan to scan of an idle pad with edges.", 0.01m, 86_400),
        RigRule.Ms("idlePollMs", "From look to look of an idle pad without edges."),
        RigRule.Ms("debounceMs", "A key counts when its contact has been seen unchanged for this long."),
        RigRule.Ms("settlingScanMs", "From scan to scan while a contact settles; at most half the debounce time."),
        RigRule.Ms("heldScanMs", "From scan to scan while keys are held down."),
        SettingRule.Number("stuckAfterSeconds", "A key held longer than this is stuck.", 0.1m, 3_600),
        SettingRule.Number("rowSettleUs", "From driving a row to reading the columns.", 0, 20_000),
    ];
}
