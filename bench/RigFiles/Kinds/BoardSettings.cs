using HilBench.Board;

namespace HilBench.RigFiles;

/// <summary>The pins and times of our own meter's board, wherever those pins are.</summary>
internal static class BoardSettings
{
    public static BoardWiring WiringOf(Setting file, BoardWiring like)
    {
        var pad = file.Group("keypad");
        var wiring = new BoardWiring(
            new KeypadWiring(
                pad.Wholes("rows", like.Keypad.Rows),
                pad.Wholes("columns", like.Keypad.Columns),
                pad.Texts("legend", like.Keypad.Legend))
            {
                Expander = ExpanderOf(pad),
            },
            DisplayOf(file.Group("display"), like.Display) with
            {
                Driver = PartDrivers.Of(file.Group("display")),
            },
            file.Whole("loadSwitch", like.LoadSwitch))
        {
            Indicators = IndicatorsOf(file),
        };
        return wiring.Problem() is { } problem ? throw pad.Wrong(problem) : wiring;
    }

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

    /// <summary>What the file does not name is not there: no pin is driven that nobody wired.</summary>
    private static IndicatorWiring IndicatorsOf(Setting file)
    {
        static int? Pin(Setting group, string name) => group.Find(name) is null ? null : group.Whole(name, 0);
        var leds = file.Group("leds");
        return new IndicatorWiring(
            Pin(file, "buzzer"), Pin(leds, "lowCredit"), Pin(leds, "load"), Pin(leds, "fault"));
    }

    private static ExpanderWiring? ExpanderOf(Setting pad) => pad.Text("kind", "") == "mcp23017"
        ? new ExpanderWiring(
            pad.Whole("address", 0x20), pad.Find("interrupt") is null ? null : pad.Whole("interrupt", 0))
        : null;

    /// <summary>The pins of a panel behind a PCF8574 are as on most backpacks, where the file does not say.</summary>
    private static LcdWiring DisplayOf(Setting lcd, LcdWiring like)
    {
        if (lcd.Text("kind", "") == "ht16k33") return like with { Segments = DigitsOf(lcd) };
        if (lcd.Text("kind", "") != "pcf8574") return PanelOf(lcd, like);
        var usual = BackpackWiring.Usual(lcd.Whole("address", 0x27));
        var light = lcd.Has("backlight")
            ? lcd.Find("backlight") is null ? (int?)null : lcd.Whole("backlight", 0)
            : usual.Backpack!.Backlight;
        var panel = PanelOf(lcd, usual) with { Backpack = usual.Backpack! with { Backlight = light } };
        return lcd.Has("readWrite") ? panel : panel with { ReadWrite = usual.ReadWrite };
    }

    private static SegmentWiring DigitsOf(Setting digits)
    {
        var like = new SegmentWiring();
        var addresses = digits.Wholes("addresses", [like.Left, like.Right]);
        return addresses.Length == 2
            ? new SegmentWiring(addresses[0], addresses[1])
            : throw digits.Wrong($"display.addresses has {addresses.Length}; allowed: 2, the left digits first");
    }

    private static LcdWiring PanelOf(Setting lcd, LcdWiring like)
    {
        var data = lcd.Wholes("data", like.Data);
        if (data.Length != 4) throw lcd.Wrong($"display.data has {data.Length} pins; allowed: 4, D4 to D7");
        return new LcdWiring(
            lcd.Whole("registerSelect", like.RegisterSelect),
            lcd.Whole("enable", like.Enable),
            data[0],
            data[1],
            data[2],
            data[3],
            lcd.Find("readWrite") is null ? null : lcd.Whole("readWrite", 0));
    }
}
