using HilBench.Board;
using HilBench.Physical;
using HilBench.Physical.Ports;

namespace HilBench.RigFiles;

/// <summary><c>display</c>: what it may say, and the display it means.</summary>
internal static class DisplayPart
{
    public static SettingRule Rules { get; } = SettingRule.Group(
        "display",
        "The customer's display.",
        [
            RigRule.Kind(
                "virtual = an emulated HD44780 in 4-bit mode; gpio = a real one; pcf8574 = behind an I2C backpack, "
                + "real or emulated by the clock; ht16k33 = eight digits of seven segments on I2C, likewise; "
                + "serial-panel = on a serial port.",
                ["virtual", "gpio", "pcf8574", "serial-panel", "ht16k33"],
                []),
            SettingRule.Whole("columns", "Characters per line; must be what the profile wants.", 8, 20),
            SettingRule.Whole("lines", "Lines; must be what the profile wants.", 1, 4),
            .. Hd44780.Select(rule => rule.For("virtual", "gpio", "pcf8574")),
            PartDrivers.OfDisplay.For("virtual", "gpio", "pcf8574"),
            SettingRule.Whole("address", "I2C address of the PCF8574: 32 to 39 (0x20), A type 56 to 63.", 0x20, 0x3F)
                .For("pcf8574"),
            SettingRule.Whole("backlight", "The line that lights the panel; null = none.", 0, 7).For("pcf8574")
                with { MayBeNull = true },
            SettingRule.Choice(
                "readBy",
                "Who says what stands on a real glass: the panel (needs R/W), the operator, or the shadow of what was "
                + "written.",
                "panel", "operator", "shadow").For("gpio", "pcf8574", "ht16k33"),
            new SettingRule(
                "addresses", SettingType.Wholes,
                "I2C addresses of the two HT16K33, the left digits first: 112 (0x70) to 119 (0x77).")
            {
                Least = SegmentWiring.FirstAddress, Most = SegmentWiring.LastAddress, Kinds = ["ht16k33"],
            },
            SettingRule.Text("port", "pty = a virtual panel behind a pseudo-terminal; or a device like /dev/ttyUSB0.")
                .For("serial-panel"),
            SettingRule.Number("reconnectSeconds", "How long a panel whose cable was pulled is waited for.", 0, 3_600)
                .For("serial-panel"),
        ]);

    /// <summary>The pins of a panel in 4-bit mode; lines 0 to 7 of the backpack where there is one.</summary>
    private static IEnumerable<SettingRule> Hd44780 =>
    [
        RigRule.Pin("registerSelect", "RS."),
        RigRule.Pin("enable", "E."),
        RigRule.Pins("data", "D4 to D7, in this order."),
        RigRule.Pin("readWrite", "R/W; null = tied low, safe for a 5 V panel on 3.3 V pins.")
            with { MayBeNull = true },
    ];

    /// <summary>The pins of a panel behind a PCF8574 are as on most backpacks, where the file does not say.</summary>
    public static LcdWiring WiringOf(Setting lcd, LcdWiring like)
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

    /// <summary>Who says what stands on a real glass.</summary>
    public static GlassJudge JudgeOf(Setting display) => display.Text("readBy", "panel") switch
    {
        "shadow" => GlassJudge.Shadow,
        "operator" => GlassJudge.Operator,
        _ => GlassJudge.Panel,
    };

    /// <summary>How long a panel is waited for whose cable was pulled.</summary>
    public static TimeSpan ReconnectOf(Setting display) =>
        display.Seconds("reconnectSeconds", TimeSpan.FromSeconds(30));

    /// <summary>Where a serial panel is.</summary>
    public static string PortOf(Setting display)
    {
        var port = display.Text("port", Ports.Pty);
        return Ports.Problem(port) is { } problem
            ? throw display.Find("port")!.Wrong($"display.port {problem}")
            : port;
    }
}
