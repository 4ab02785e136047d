namespace HilBench.Rig.Files;

/// <summary>Every setting of a rig file, what it means and what it may be.</summary>
internal static class RigRules
{
    /// <summary>Pins of the emulated header, numbered as a Raspberry Pi's (BCM).</summary>
    private const int LastPin = 27;

    private const int LongestMs = 60_000;

    private static readonly SettingRule Keypad = SettingRule.Group(
        "keypad",
        "The customer's keys.",
        Kind(
            "virtual = a matrix keypad on emulated pins.",
            ["virtual"],
            ["gpio", "mcp23017", "serial-panel", "operator", "adg2128"]),
        Pins("rows", "Pins of the rows, top row first."),
        Pins("columns", "Pins of the columns, left column first."),
        new SettingRule(
            "legend", SettingType.Texts, "What is printed on the keys, a text for each row; left out = the profile's."),
        SettingRule.Choice("idle", "How a touch is noticed: by edges on the columns, or by polling.", "edges", "poll"),
        SettingRule.Number("safetyScanSeconds", "From scan to scan of an idle pad with edges.", 0.01m, 86_400),
        Ms("idlePollMs", "From look to look of an idle pad without edges."),
        Ms("debounceMs", "A key counts when its contact has been seen unchanged for this long."),
        Ms("settlingScanMs", "From scan to scan while a contact settles; at most half the debounce time."),
        Ms("heldScanMs", "From scan to scan while keys are held down."),
        SettingRule.Number("stuckAfterSeconds", "A key held longer than this is stuck.", 0.1m, 3_600),
        SettingRule.Number("rowSettleUs", "From driving a row to reading the columns.", 0, 1_000));

    private static readonly SettingRule Display = SettingRule.Group(
        "display",
        "The customer's display: an HD44780 in 4-bit mode.",
        Kind("virtual = an emulated HD44780.", ["virtual"], ["gpio", "pcf8574", "serial-panel"]),
        Pin("registerSelect", "RS."),
        Pin("enable", "E."),
        Pins("data", "D4 to D7, in this order."),
        Pin("readWrite", "R/W; null = tied low, safe for a 5 V panel on 3.3 V pins.") with { MayBeNull = true },
        SettingRule.Whole("columns", "Characters per line; must be what the profile wants.", 8, 20),
        SettingRule.Whole("lines", "Lines; must be what the profile wants.", 1, 4));

    private static readonly SettingRule Store = SettingRule.Group(
        "store",
        "Where the meter keeps its record.",
        Kind("eeprom = an emulated 24C32.", ["eeprom"], ["file"]),
        SettingRule.Whole("address", "I2C address, 80 (0x50) to 87 (0x57).", 0x50, 0x57));

    private static readonly SettingRule Press = SettingRule.Group(
        "press",
        "How a customer presses.",
        Ms("pressMs", "How long a key is down."),
        Ms("gapMs", "How long until the next key."),
        SettingRule.Number("bounceMs", "The longest a contact bounces; 0 = a clean contact.", 0, 1_000));

    public static SettingRule Root { get; } = SettingRule.Group(
        "",
        "A rig: what stands between a scenario and a meter.",
        SettingRule.Text("$schema", "For editors: where the schema of this file is."),
        SettingRule.Text("description", "One line for `hilbench rig list`."),
        Choice("clock", "virtual = time jumps from event to event.", ["virtual"], ["wall"]),
        SettingRule.Group(
            "meter", "What is tested.", Kind("model = our own meter.", ["model"], ["process", "token-port"])),
        SettingRule.Text("profile", "Meter profile: a name of `profiles/`, or a file beside this one."),
        SettingRule.Text("staTables", "File with EA07 tables; null = the sample tables.") with { MayBeNull = true },
        SettingRule.Whole("seed", "Seed of everything random when the run names none.", 0, int.MaxValue),
        Keypad,
        Display,
        Store,
        Pin("loadSwitch", "The pin that closes the load switch while it is high."),
        Choice("mains", "Who switches the supply.", ["virtual"], ["relay", "operator"]),
        Choice("load", "Who draws the power.", ["virtual"], ["relay", "operator"]),
        Press);

    private static SettingRule Kind(string meaning, string[] now, string[] later) =>
        Choice("kind", meaning, now, later);

    private static SettingRule Choice(string name, string meaning, string[] now, string[] later) =>
        SettingRule.Choice(name, meaning, now) with { NotYet = later };

    private static SettingRule Pin(string name, string meaning) => SettingRule.Whole(name, meaning, 0, LastPin);

    private static SettingRule Pins(string name, string meaning) =>
        new(name, SettingType.Wholes, meaning) { Most = LastPin };

    private static SettingRule Ms(string name, string meaning) => SettingRule.Number(name, meaning, 0.1m, LongestMs);
}
