using HilBench.Input;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>
/// <c>faults</c>: what is broken about the rig in every scenario. A scenario in which one of them has no effect is
/// invalid, as with a fault of its own sentence.
/// </summary>
internal static class FaultsPart
{
    private const int LongestWait = 86_400;

    public static SettingRule Rules { get; } = new(
        "faults", SettingType.Groups, "What is broken about this rig; in each scenario each of them must strike.")
    {
        Inside =
        [
            SettingRule.Choice("kind", "What is broken, and how.", [.. FaultKinds.All.Select(one => one.Name)]),
            SettingRule.Whole("row", "A row of the pad, 1 = top.", 1, FaultLimits.LastWire).For("row-broken"),
            SettingRule.Whole("column", "A column of the pad, 1 = left.", 1, FaultLimits.LastWire)
                .For("column-broken"),
            Pair("rows", "The two rows that touch, such as [1, 2].").For("rows-joined"),
            Pair("columns", "The two columns that touch, such as [1, 2].").For("columns-joined"),
            SettingRule.Text("key", "The key, such as \"5\".")
                .For("key-bounces", "key-sticks", "key-needs-two-presses"),
            SettingRule.Whole("line", "A data line of the display, 4 to 7.", 4, 7).For("data-line-stuck"),
            SettingRule.Choice("level", "Where the line is stuck.", "low", "high").For("data-line-stuck"),
            SettingRule.Whole(
                "kHz", "The display's own clock; 270 is nominal, 190 is the slowest there is.",
                FaultLimits.SlowestKiloHertz, FaultLimits.FastestKiloHertz).For("slow-oscillator"),
            SettingRule.Choice("copy", "Which of the two copies of the meter's record.", "newest", "older")
                .For("bit-flipped"),
            SettingRule.Number("ms", "How long it lasts.", 0.1m, FaultLimits.LongestBounceMs).For("key-bounces"),
            SettingRule.Number("ms", "How long it lasts.", 0.1m, FaultLimits.LongestDipMs)
                .For("mains-dips", "mains-sags", "mains-flickers", "mains-bounces"),
            SettingRule.Whole("volts", "What the mains dips to.", 1, FaultLimits.MostSagVolts).For("mains-sags"),
            SettingRule.Number("ms", "How long, or how far.", 0.1m, FaultLimits.LongestStandMs)
                .For("clock-stands", "clock-jumps"),
            SettingRule.Whole("times", "How often; left out = always.", 1, FaultLimits.MostTimes)
                .For("pulses-lost", "memory-refuses", "page-forgotten", "cable-noise", "mains-bounces",
                    "mains-flickers", "answers-lost", "line-noise"),
            SettingRule.Text("meter", "The number of another meter, 11 or 13 digits; empty = of none.")
                .For("paired-wrongly"),
            SettingRule.Number("afterSeconds", "How long after the meter got its first power.", 0, LongestWait),
        ],
    };

    /// <exception cref="SettingsException">A fault lacks what it needs, or this rig has no such part.</exception>
    public static IReadOnlyList<PlannedFault> Of(Setting file, IReadOnlyList<string> capabilities) =>
        [.. file.Groups("faults").Select(row => Read(row, capabilities))];

    private static SettingRule Pair(string name, string meaning) =>
        new(name, SettingType.Wholes, meaning) { Least = 1, Most = FaultLimits.LastWire };

    private static PlannedFault Read(Setting row, IReadOnlyList<string> capabilities)
    {
        if (row.Find("kind") is null) throw row.Wrong("a fault needs its kind, such as \"kind\": \"row-broken\"");
        var info = FaultKinds.All.First(one => one.Name == row.Text("kind", ""));
        if (!capabilities.Contains(info.Capability))
            throw row.Wrong($"\"{info.Name}\" does not go with this rig, which does not have {info.Capability}");
        var fault = Settled(new Fault(info.Kind) { Times = row.Whole("times", 0) }, row);
        var after = row.Seconds("afterSeconds", TimeSpan.Zero);
        if (info.Kind is FaultKind.MainsDips or FaultKind.MainsSags or FaultKind.MainsFlickers
            && after == TimeSpan.Zero)
        {
            throw row.Wrong(
                $"\"{info.Name}\" needs afterSeconds: before the meter has its mains there is none to dip");
        }

        return new PlannedFault(fault, after);
    }

    private static Fault Settled(Fault fault, Setting row) => fault.Kind switch
    {
        FaultKind.RowBroken => fault with { Number = Needed(row, "row").Whole("row", 0) },
        FaultKind.ColumnBroken => fault with { Number = Needed(row, "column").Whole("column", 0) },
        FaultKind.RowsJoined => WithPair(fault, row, "rows"),
        FaultKind.ColumnsJoined => WithPair(fault, row, "columns"),
        FaultKind.KeyBounces => fault with { Key = KeyOf(row), Time = TimeOf(row) },
        FaultKind.KeySticks or FaultKind.KeyNeedsTwoPresses => fault with { Key = KeyOf(row) },
        FaultKind.DataLineStuck => fault with
        {
            Number = Needed(row, "line").Whole("line", 0), IsHigh = Needed(row, "level").Text("level", "") == "high",
        },
        FaultKind.SlowOscillator => fault with { Number = Needed(row, "kHz").Whole("kHz", 0) },
        FaultKind.BitFlipped => fault with { Number = Needed(row, "copy").Text("copy", "") == "newest" ? 1 : 2 },
        FaultKind.MainsBounces or FaultKind.MainsFlickers => fault with
        {
            Time = TimeOf(row), Times = Needed(row, "times").Whole("times", 0),
        },
        FaultKind.MainsSags => fault with { Number = Needed(row, "volts").Whole("volts", 0), Time = TimeOf(row) },
        FaultKind.PairedWrongly => fault with { Meter = MeterOf(row) },
        FaultKind.MainsDips or FaultKind.ClockStands or FaultKind.ClockJumps => fault with { Time = TimeOf(row) },
        _ => fault,
    };

    private static string MeterOf(Setting row)
    {
        var meter = row.Has("meter") ? row.Text("meter", "") : throw row.Wrong(
            "the fault \"paired-wrongly\" needs its meter");
        return meter.Length == 0 || MeterPan.WhyNoDrn(meter) is not { } reason ? meter
            : throw row.Find("meter")!.Wrong(reason);
    }

    private static TimeSpan TimeOf(Setting row) => Needed(row, "ms").Milliseconds("ms", TimeSpan.Zero);

    private static Setting Needed(Setting row, string name) => row.Find(name) is not null ? row
        : throw row.Wrong($"the fault \"{row.Text("kind", "")}\" needs its {name}");

    private static char KeyOf(Setting row)
    {
        var key = Needed(row, "key").Text("key", "");
        return key.Length == 1 ? key[0] : throw row.Find("key")!.Wrong($"key is one key, such as \"5\", not \"{key}\"");
    }

    private static Fault WithPair(Fault fault, Setting row, string name)
    {
        var pair = Needed(row, name).Wholes(name, []);
        return pair.Length == 2 && pair[0] != pair[1]
            ? fault with { Number = pair[0], Other = pair[1] }
            : throw row.Find(name)!.Wrong($"{name} are two different numbers, such as [1, 2]");
    }
}
