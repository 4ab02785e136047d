using HilBench.Meter;

namespace HilBench.RigFiles;

/// <summary>
/// Reads what a profile says of rules that only some meters have: the mains it bears, covers, service, lent credit, and
/// what it counts. Left out, a meter has none of them.
/// </summary>
internal static class ProfileService
{
    private const int UnitsPerKwh = 10;
    private const int UnitsPerCurrency = 100_000;
    private const int LongestSeconds = 86_400;

    public static IReadOnlyList<SettingRule> Rules { get; } =
    [
        SettingRule.Group(
            "voltage",
            "A mains that is too high or too low for too long; left out = no matter to the meter.",
            SettingRule.Whole("highVolts", "From here on it is too high.", 1, 1_000),
            SettingRule.Whole("lowVolts", "Down from here it is too low.", 0, 1_000),
            SettingRule.Number("afterSeconds", "How long before it counts; 60 unless given.", 0.1m, LongestSeconds),
            SettingRule.Number(
                "reconnectAfterSeconds", "How long it must be good again; 60 unless given.", 0.1m, LongestSeconds),
            SettingRule.Flag("opensSwitch", "The load switch opens; else the event is counted and nothing else.")),
        SettingRule.Group(
            "overCurrent",
            "The most the meter carries, whatever a token has limited; left out = anything.",
            SettingRule.Whole("amps", "More than this is too much.", 1, 1_000),
            SettingRule.Number("afterSeconds", "How long it may flow; 10 unless given.", 0.1m, LongestSeconds)),
        SettingRule.Flag("tamperOpensSwitch", "Whether a latched tamper opens the load switch until it is cleared."),
        SettingRule.Choice("terminalCover", "What opening the terminal cover is.", "none", "counted", "tamper"),
        SettingRule.Group(
            "commissioning",
            "How a meter delivered out of service is put into it; left out = it is delivered in service.",
            SettingRule.Whole("tokenSubClass", "The maker's token of class 1 that does it; null = none.", 6, 15)
                with { MayBeNull = true }),
        SettingRule.Group(
            "emergencyCredit",
            "Credit that is lent, and paid back by the next purchases; left out = none.",
            SettingRule.Number("amount", "How much, in kWh or the currency.", 0.1m, 99_999),
            SettingRule.Number("atMost", "Only when there is no more credit than this; 0 unless given.", 0, 99_999),
            SettingRule.Flag("automatic", "It is lent by itself at zero; else a short code takes it.")),
        SettingRule.Number(
            "switchTestSeconds", "How long the load switch's test token opens it; null = it shows the switch alone.",
            0.1m, LongestSeconds) with { MayBeNull = true },
        SettingRule.Number(
            "weldedAfterSeconds", "How long current may flow after the switch was ordered open; null = not looked at.",
            0.1m, LongestSeconds) with { MayBeNull = true },
        SettingRule.Flag("countsEvents", "Whether the meter counts what happens to it."),
    ];

    public static MeterProfile Read(Setting file, MeterProfile profile)
    {
        var read = profile with
        {
            Voltage = VoltageOf(file),
            OverCurrent = file.Find("overCurrent") is { } current
                ? new OverCurrentRule(
                    Needed(current, "overCurrent", "amps").Whole("amps", 0),
                    current.Seconds("afterSeconds", TimeSpan.FromSeconds(10)))
                : null,
            TamperOpensSwitch = file.Flag("tamperOpensSwitch", false),
            TerminalCover = file.Text("terminalCover", "none") switch
            {
                "counted" => CoverSense.Counted,
                "tamper" => CoverSense.Tamper,
                _ => CoverSense.None,
            },
            Commissioning = file.Find("commissioning") is { } service
                ? new CommissioningRule(
                    service.Find("tokenSubClass") is null ? null : service.Whole("tokenSubClass", 0))
                : null,
            Emergency = EmergencyOf(file, profile),
            SwitchTest = TimeOf(file, "switchTestSeconds"),
            WeldedAfter = TimeOf(file, "weldedAfterSeconds"),
            CountsEvents = file.Flag("countsEvents", false),
        };
        return Checked(file, read);
    }

    private static VoltageRule? VoltageOf(Setting file)
    {
        if (file.Find("voltage") is not { } voltage) return null;
        var minute = TimeSpan.FromMinutes(1);
        var rule = new VoltageRule(
            new Volts(Needed(voltage, "voltage", "highVolts").Whole("highVolts", 0)),
            new Volts(voltage.Whole("lowVolts", 0)),
            voltage.Seconds("afterSeconds", minute), voltage.Seconds("reconnectAfterSeconds", minute),
            voltage.Flag("opensSwitch", true));
        return rule.Low < rule.High
            ? rule
            : throw voltage.Wrong($"voltage.lowVolts is {rule.Low.Value}; it must be less than highVolts");
    }

    private static EmergencyRule? EmergencyOf(Setting file, MeterProfile profile)
    {
        if (file.Find("emergencyCredit") is not { } lent) return null;
        return new EmergencyRule(
            Units(Needed(lent, "emergencyCredit", "amount"), "amount", profile), Units(lent, "atMost", profile),
            lent.Flag("automatic", false));
    }

    private static Int128 Units(Setting group, string name, MeterProfile profile)
    {
        var units = group.Number(name, 0) * (profile.Accounting.IsCurrency ? UnitsPerCurrency : UnitsPerKwh);
        return units == decimal.Truncate(units)
            ? (Int128)units
            : throw group.Find(name)!.Wrong($"emergencyCredit.{name} is finer than the register counts");
    }

    private static TimeSpan? TimeOf(Setting file, string name) =>
        file.Find(name) is null ? null : file.Seconds(name, TimeSpan.Zero);

    private static Setting Needed(Setting group, string path, string name) =>
        group.Find(name) is not null ? group : throw group.Wrong($"{path}.{name} is missing");

    /// <summary>A code that does what the meter cannot, and a memory with too little room.</summary>
    private static MeterProfile Checked(Setting file, MeterProfile profile)
    {
        if (profile.Emergency is null && profile.ShortCodes.Any(code => code.Does == CodeAction.EmergencyCredit))
            throw file.Wrong("a short code takes the emergency credit, but emergencyCredit is left out");
        if (profile.Commissioning is null && profile.ShortCodes.Any(code => code.Does == CodeAction.Commission))
            throw file.Wrong("a short code commissions the meter, but commissioning is left out");
        var keepsMore = profile.CountsEvents || profile.Commissioning is not null || profile.Emergency is not null
            || profile.WeldedAfter is not null;
        return keepsMore && profile.TidStoreSize > StoredRecord.MostTidsBesideExtras
            ? throw file.Wrong($"tidStoreSize is {profile.TidStoreSize}; allowed: up to "
                + $"{StoredRecord.MostTidsBesideExtras} on a meter that also counts, lends or is commissioned")
            : profile;
    }
}
