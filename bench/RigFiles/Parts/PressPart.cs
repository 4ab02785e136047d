using HilBench.Board;
using HilBench.Rig.Fingers;
using HilBench.Roles;

namespace HilBench.RigFiles;

/// <summary><c>press</c>: who presses, how long, and through what.</summary>
internal static class PressPart
{
    private const int LastX = 11;
    private const int LastY = 7;

    public static SettingRule Rules { get; } = SettingRule.Group(
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
            .. Switch.Select(rule => rule.For("adg2128")),
        ]);

    private static IEnumerable<SettingRule> Switch =>
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

    public static PressTiming TimingOf(Setting press, PressTiming like) => new()
    {
        Press = press.Milliseconds("pressMs", like.Press),
        Gap = press.Milliseconds("gapMs", like.Gap),
        Bounce = press.Milliseconds("bounceMs", like.Bounce),
    };

    /// <summary>The crosspoint switch of the file, or null; its lines go straight across unless it says so.</summary>
    public static CrosspointSettings? CrosspointOf(Setting file, KeypadWiring like)
    {
        var press = file.Group("press");
        if (press.Text("kind", "hand") != "adg2128") return null;
        var pad = file.Group("keypad");
        var (rows, columns) = (pad.Wholes("rows", like.Rows), pad.Wholes("columns", like.Columns));
        var straight = CrosspointSettings.Straight(rows.Length, columns.Length, press.Whole("address", 0x70));
        var settings = straight with
        {
            Rows = press.Wholes("rows", straight.Rows),
            Columns = press.Wholes("columns", straight.Columns),
            Reset = press.Find("resetPin") is null ? null : press.Whole("resetPin", 0),
        };
        var wiring = new KeypadWiring(rows, columns, []);
        return settings.Problem(wiring) is { } problem ? throw press.Wrong(problem) : settings;
    }
}
