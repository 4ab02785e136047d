using HilBench.Meter;

namespace HilBench.RigFiles;

/// <summary>Reads what a profile says of the meter's front beside glass and keys: the buzzer and the lamps.</summary>
internal static class ProfileFront
{
    private const int UnitsPerKwh = 10;
    private const int UnitsPerCurrency = 100_000;

    /// <summary>Longer, and a customer would take it for a fault.</summary>
    private const int LongestMs = 5_000;

    public static SettingRule Buzzer { get; } = SettingRule.Group(
        "buzzer",
        "What the buzzer says: milliseconds sounding, silent, sounding …; null = silent. The whole group null = none.",
        Tone("key", "A key the meter heard."),
        Tone("accept", "The token was taken."),
        Tone("half", "A code was taken, another is awaited."),
        Tone("refusal", "Any refusal, and an entry that was not twenty digits.")) with { MayBeNull = true };

    public static SettingRule Leds { get; } = SettingRule.Group(
        "leds",
        "The lamps and what they do when they have something to say; null = none.",
        Lamp("lowCredit", "The credit is low."),
        SettingRule.Number("lowCreditAtMost", "What counts as low, in kWh or the currency; 5 unless given.", 0, 99_999),
        Lamp("load", "The load switch is closed."),
        Lamp("fault", "Memory, cover, overload or keypad.")) with { MayBeNull = true };

    public static BuzzerTones ReadBuzzer(Setting file)
    {
        if (file.Has("buzzer") && file.Find("buzzer") is null) return BuzzerTones.None;
        var (group, like) = (file.Group("buzzer"), new BuzzerTones());
        return new BuzzerTones
        {
            Key = ToneOf(group, "key", like.Key),
            Accept = ToneOf(group, "accept", like.Accept),
            Half = ToneOf(group, "half", like.Half),
            Refusal = ToneOf(group, "refusal", like.Refusal),
        };
    }

    public static LedRules ReadLeds(Setting file, bool isCurrency)
    {
        if (file.Has("leds") && file.Find("leds") is null)
            return new LedRules { LowCredit = LedLight.Dark, Load = LedLight.Dark, Fault = LedLight.Dark };
        var (group, like) = (file.Group("leds"), new LedRules());
        const string name = "lowCreditAtMost";
        var units = group.Number(name, 5) * (isCurrency ? UnitsPerCurrency : UnitsPerKwh);
        if (units != decimal.Truncate(units))
            throw group.Find(name)!.Wrong($"leds.{name} is finer than the register counts");
        return new LedRules
        {
            LowCredit = LightOf(group, "lowCredit", like.LowCredit),
            LowCreditUnits = (Int128)units,
            Load = LightOf(group, "load", like.Load),
            Fault = LightOf(group, "fault", like.Fault),
        };
    }

    private static SettingRule Tone(string name, string meaning) =>
        new(name, SettingType.Wholes, meaning) { Least = 1, Most = LongestMs, MayBeNull = true };

    private static SettingRule Lamp(string name, string meaning) =>
        SettingRule.Choice(name, meaning, "lit", "blinking", "none");

    private static BeepPattern ToneOf(Setting group, string name, BeepPattern otherwise)
    {
        if (!group.Has(name)) return otherwise;
        if (group.Find(name) is not { } tone) return BeepPattern.Silent;
        var times = group.Wholes(name, []);
        return times.Length % 2 == 1
            ? BeepPattern.OfMilliseconds(times)
            : throw tone.Wrong(
                $"buzzer.{name} has {times.Length} times; allowed: an odd number, the last one sounding");
    }

    private static LedLight LightOf(Setting group, string name, LedLight otherwise) => group.Text(name, "") switch
    {
        "lit" => LedLight.Lit,
        "blinking" => LedLight.Blinking,
        "none" => LedLight.Dark,
        _ => otherwise,
    };
}
