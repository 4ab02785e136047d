using HilBench.Board;

namespace HilBench.RigFiles;

/// <summary><c>keypad</c>: what it may say, and the pad it means.</summary>
internal static class KeypadPart
{
    // A panel counts the time of its debouncing in steps of its own (Matrix Orbital, command 85).
    private const int MostSteps = 255;
    private const decimal MillisecondsPerStep = 6.554m;
    private const int PanelDebounceMs = 20;

    public static SettingRule Rules { get; } = SettingRule.Group(
        "keypad",
        "The customer's keys.",
        [
            RigRule.Kind(
                "virtual = a matrix keypad on emulated pins; gpio = on real ones; mcp23017 = on an I2C expander, real "
                + "or emulated by the clock; serial-panel = keys of a panel. Who presses is press.kind.",
                ["virtual", "gpio", "serial-panel", "mcp23017"],
                []),
            new SettingRule(
                "legend", SettingType.Texts, "What is printed on the keys, a text for each row; else the profile's."),
            .. Matrix.Select(rule => rule.Name == "debounceMs"
                ? rule.For("virtual", "gpio", "mcp23017", "serial-panel")
                : rule.For("virtual", "gpio", "mcp23017")),
            PartDrivers.OfExpander.For("mcp23017"),
            SettingRule.Whole("address", "I2C address of the MCP23017, 32 (0x20) to 39 (0x27).", 0x20, 0x27)
                .For("mcp23017"),
            RigRule.Pin("interrupt", "The pin at INTA, for idle \"edges\"; null = the pad is polled.").For("mcp23017")
                with { MayBeNull = true },
            SettingRule.Number("patienceSeconds", "How long an operator may take to press a key.", 1, 3_600)
                .For("virtual", "gpio", "mcp23017", "serial-panel"),
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
        RigRule.Pins("rows", "Pins of the rows, top row first; lines of the MCP23017: GPA0 = 0, GPB0 = 8."),
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

    public static KeypadWiring WiringOf(Setting pad, KeypadWiring like) => new(
        pad.Wholes("rows", like.Rows),
        pad.Wholes("columns", like.Columns),
        pad.Texts("legend", like.Legend))
    {
        Expander = ExpanderOf(pad),
    };

    public static KeypadTiming TimingOf(Setting pad, KeypadTiming like)
    {
        var timing = new KeypadTiming
        {
            Idle = pad.Text("idle", "edges") == "poll" ? KeypadIdle.Poll : KeypadIdle.Edges,
            SafetyScan = pad.Seconds("safetyScanSeconds", like.SafetyScan),
            IdlePoll = pad.Milliseconds("idlePollMs", like.IdlePoll),
            Debounce = pad.Milliseconds("debounceMs", like.Debounce),
            SettlingScan = pad.Milliseconds("settlingScanMs", like.SettlingScan),
            HeldScan = pad.Milliseconds("heldScanMs", like.HeldScan),
            StuckAfter = pad.Seconds("stuckAfterSeconds", like.StuckAfter),
            RowSettle = pad.Microseconds("rowSettleUs", like.RowSettle),
        };
        if (timing.SettlingScan * 2 > timing.Debounce)
            throw pad.Wrong("keypad.settlingScanMs is more than half of debounceMs: chatter could pass for rest");
        return timing;
    }

    private static ExpanderWiring? ExpanderOf(Setting pad) => pad.Text("kind", "") == "mcp23017"
        ? new ExpanderWiring(
            pad.Whole("address", 0x20), pad.Find("interrupt") is null ? null : pad.Whole("interrupt", 0))
        : null;

    /// <summary>How long a person may take to press a key.</summary>
    public static TimeSpan PatienceOf(Setting pad) => pad.Seconds("patienceSeconds", TimeSpan.FromSeconds(20));

    /// <summary>The keys of a serial panel, so many as the profile has.</summary>
    public static SerialPanelSettings PanelOf(Setting pad, int keys)
    {
        var like = new SerialPanelSettings();
        var steps = decimal.Round(pad.Number("debounceMs", PanelDebounceMs) / MillisecondsPerStep);
        return like with
        {
            KeyCodes = CodesOf(pad, keys, like.KeyCodes),
            Reports = pad.Text("reports", "automatic") == "polled" ? KeyReports.Polled : KeyReports.Automatic,
            Poll = pad.Milliseconds("pollMs", like.Poll),
            DebounceSteps = (int)Math.Clamp(steps, 1, MostSteps),
        };
    }

    /// <summary>When the file says nothing, keys are the first letters: one for each key of the profile.</summary>
    private static string CodesOf(Setting pad, int keys, string otherwise)
    {
        var like = otherwise.Length == keys ? otherwise : new string([.. Enumerable.Range('A',
            keys).Select(c => (char)c)]);
        var codes = pad.Text("keyCodes", like);
        if (codes.Length != keys || codes.Distinct().Count() != keys || codes.Any(c => c is < 'A' or > 'Z'))
        {
            throw (pad.Find("keyCodes") ?? pad).Wrong(
                $"keypad.keyCodes \"{codes}\" must be {keys} different letters A to Z, one for each key");
        }

        return codes;
    }
}
