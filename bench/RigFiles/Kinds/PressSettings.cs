using HilBench.Board;
using HilBench.Rig.Fingers;
using HilBench.Roles;

namespace HilBench.RigFiles;

/// <summary>Who presses, and how long.</summary>
internal static class PressSettings
{
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
