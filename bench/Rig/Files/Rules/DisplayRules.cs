namespace HilBench.Rig.Files;

/// <summary>The settings of <c>display</c>, kind by kind.</summary>
internal static class DisplayRules
{
    public static SettingRule Group { get; } = SettingRule.Group(
        "display",
        "The customer's display.",
        [
            RigRule.Kind(
                "virtual = an emulated HD44780 in 4-bit mode; gpio = a real one; serial-panel = on a serial port.",
                ["virtual", "gpio", "serial-panel"],
                ["pcf8574"]),
            SettingRule.Whole("columns", "Characters per line; must be what the profile wants.", 8, 20),
            SettingRule.Whole("lines", "Lines; must be what the profile wants.", 1, 4),
            .. Hd44780.Select(rule => rule.For("virtual", "gpio")),
            SettingRule.Text("port", "pty = a virtual panel behind a pseudo-terminal; or a device like /dev/ttyUSB0.")
                .For("serial-panel"),
            SettingRule.Number("reconnectSeconds", "How long a panel whose cable was pulled is waited for.", 0, 3_600)
                .For("serial-panel"),
        ]);

    /// <summary>The pins of a panel in 4-bit mode.</summary>
    private static IEnumerable<SettingRule> Hd44780 =>
    [
        RigRule.Pin("registerSelect", "RS."),
        RigRule.Pin("enable", "E."),
        RigRule.Pins("data", "D4 to D7, in this order."),
        RigRule.Pin("readWrite", "R/W; null = tied low, safe for a 5 V panel on 3.3 V pins.")
            with { MayBeNull = true },
    ];
}
