using HilBench.Board;

namespace HilBench.RigFiles;

/// <summary>The pins of our own meter's board, wherever those pins are.</summary>
internal static class BoardPart
{
    /// <summary>The load switch, the buzzer and the lamps: one pin each.</summary>
    public static IReadOnlyList<SettingRule> Rules { get; } =
    [
        RigRule.Pin("loadSwitch", "The pin that closes the load switch while it is high."),
        RigRule.Pin("buzzer", "The pin that sounds an active buzzer while it is high; null = none.")
            with { MayBeNull = true },
        SettingRule.Group(
            "leds",
            "The pins of the lamps on the meter's front, lit while high; what is left out or null is not there.",
            RigRule.Pin("lowCredit", "Says that the credit is low.") with { MayBeNull = true },
            RigRule.Pin("load", "Says that the load switch is closed.") with { MayBeNull = true },
            RigRule.Pin("fault", "Says that something is wrong.") with { MayBeNull = true }),
    ];

    public static BoardWiring WiringOf(Setting file, BoardWiring like)
    {
        var (pad, display) = (file.Group("keypad"), file.Group("display"));
        var wiring = new BoardWiring(
            KeypadPart.WiringOf(pad, like.Keypad),
            DisplayPart.WiringOf(display, like.Display) with { Driver = PartDrivers.Of(display) },
            file.Whole("loadSwitch", like.LoadSwitch))
        {
            Indicators = IndicatorsOf(file),
        };
        return wiring.Problem() is { } problem ? throw pad.Wrong(problem) : wiring;
    }

    /// <summary>What the file does not name is not there: no pin is driven that nobody wired.</summary>
    private static IndicatorWiring IndicatorsOf(Setting file)
    {
        static int? Pin(Setting group, string name) => group.Find(name) is null ? null : group.Whole(name, 0);
        var leds = file.Group("leds");
        return new IndicatorWiring(
            Pin(file, "buzzer"), Pin(leds, "lowCredit"), Pin(leds, "load"), Pin(leds, "fault"));
    }
}
