using HilBench.Rig.Board;
using HilBench.Rig.Virtual;
using HilBench.Tokens;

namespace HilBench.Rig.Files;

/// <summary>Reads a rig file. What the file leaves out is as in <see cref="VirtualRigSettings"/>.</summary>
internal static class RigFile
{
    public static RigPlan Read(string name, string path)
    {
        var file = SettingsFile.Read(path);
        RigRules.Root.Judge(file, "");
        var settings = SettingsOf(file);
        var profile = ProfileOf(file, path);
        var display = file.Group("display");
        var (columns, lines) = (
            display.Whole("columns", profile.Display.Columns), display.Whole("lines", profile.Display.Lines));
        if ((columns, lines) != (profile.Display.Columns, profile.Display.Lines))
        {
            throw display.Wrong(
                $"display is {columns}x{lines}, but profile \"{profile.Name}\" wants {profile.Display.Columns}x"
                + $"{profile.Display.Lines}");
        }

        return new RigPlan(name, profile, TablesOf(file, path))
        {
            File = path,
            Description = file.Text("description", ""),
            Settings = settings,
            Seed = settings.Seed,
        };
    }

    private static VirtualRigSettings SettingsOf(Setting file)
    {
        var like = new VirtualRigSettings();
        var (pad, lcd, press) = (file.Group("keypad"), file.Group("display"), file.Group("press"));
        var settings = new VirtualRigSettings
        {
            Wiring = new BoardWiring(
                new KeypadWiring(
                    pad.Wholes("rows", like.Wiring.Keypad.Rows),
                    pad.Wholes("columns", like.Wiring.Keypad.Columns),
                    pad.Texts("legend", like.Wiring.Keypad.Legend)),
                DisplayOf(lcd, like.Wiring.Display),
                file.Whole("loadSwitch", like.Wiring.LoadSwitch)),
            Keypad = TimingOf(pad, like.Keypad),
            Press = new PressTiming
            {
                Press = press.Milliseconds("pressMs", like.Press.Press),
                Gap = press.Milliseconds("gapMs", like.Press.Gap),
                Bounce = press.Milliseconds("bounceMs", like.Press.Bounce),
            },
            StoreAddress = file.Group("store").Whole("address", like.StoreAddress),
            Seed = (ulong)file.Number("seed", like.Seed),
        };
        if (settings.Wiring.Problem() is { } problem) throw pad.Wrong(problem);
        return settings;
    }

    private static LcdWiring DisplayOf(Setting lcd, LcdWiring like)
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

    private static KeypadTiming TimingOf(Setting pad, KeypadTiming like)
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

    private static Meter.MeterProfile ProfileOf(Setting file, string path)
    {
        var name = file.Text("profile", "generic");
        try
        {
            return ProfileFiles.Load(SettingsFolder.IsPath(name) ? Beside(path, name) : name);
        }
        catch (SettingsException wrong) when (file.Find("profile") is { } setting && !SettingsFolder.IsPath(name))
        {
            throw setting.Wrong(wrong.Message);
        }
    }

    private static StaTables TablesOf(Setting file, string path) =>
        file.Find("staTables") is { } tables
            ? StaTablesFile.Read(Beside(path, (string)tables.Value!))
            : StaTables.Sample;

    private static string Beside(string path, string name) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", name);
}
