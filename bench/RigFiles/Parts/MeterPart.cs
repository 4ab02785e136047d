using System.Globalization;
using HilBench.Input;
using HilBench.Physical.Ports;
using HilBench.Rig.Outside;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>
/// <c>meter</c>: what it may say, and the meter behind a token port it means. What the file leaves out of its key is as
/// in the default world.
/// </summary>
internal static class MeterPart
{
    public static SettingRule Rules { get; } = SettingRule.Group(
        "meter",
        "What is tested.",
        [
            RigRule.Kind(
                "model = our own meter; split = the same in two parts, keypad unit and measuring unit; token-port = "
                + "any meter behind a port of IEC 62056-21.",
                ["model", "split", "token-port"],
                ["process"]),
            .. TokenPort.Select(rule => OfAnyMeter.Contains(rule.Name)
                ? rule.For("token-port", "split") : rule.For("token-port")),
            .. SplitPart.Rules.Select(rule => rule.For("split")),
        ]);

    /// <summary>What tells the meter of somebody else, however it is reached.</summary>
    private static string[] OfAnyMeter =>
    [
        "number", "supplyGroup", "tariffIndex", "keyRevision", "keyType", "baseDate", "encryption", "keyDerivation",
        "vendingKey", "firstTokenAt",
    ];

    private static IEnumerable<SettingRule> TokenPort =>
    [
        SettingRule.Text(
            "port", "A device like /dev/ttyUSB0, tcp:PORT, tcp:HOST:PORT; virtual = our meter, in virtual time."),
        SettingRule.Text("address", "The device address to call; null = whoever is on the line.")
            with { MayBeNull = true },
        SettingRule.Text("password", "The password for writing; null = none is sent.")
            with { MayBeNull = true, IsSecret = true },
        SettingRule.Whole("baud", "The highest rate to change to; 300 = stay.", 300, 19_200),
        SettingRule.Choice(
            "parity", "Who makes 7E1: the port, software over 8N1, or none: the meter speaks 8N1.",
            "port", "software", "none"),
        SettingRule.Flag("echo", "The optical head hears itself."),
        SettingRule.Flag("lockstep", "The firmware model runs beside the meter, and every answer is compared."),
        SettingRule.Text("number", "The meter's number: 11 or 13 digits, or the PAN with 18."),
        SettingRule.Text("supplyGroup", "Six digits."),
        SettingRule.Text("tariffIndex", "Two digits."),
        SettingRule.Whole("keyRevision", "The key revision the meter has when the run begins.", 1, 9),
        SettingRule.Whole("keyType", "0 to 3.", 0, 3),
        SettingRule.Whole("baseDate", "1993, 2014 or 2035.", 1993, 2035),
        SettingRule.Choice("encryption", "The cipher of its tokens.", "EA07", "EA11"),
        SettingRule.Choice("keyDerivation", "How its key was made.", "DKGA02", "DKGA03", "DKGA04"),
        SettingRule.Text(
            "vendingKey", "env:NAME or a file with the hex digits of the vending key; null = the public test key.")
            with { MayBeNull = true, IsSecret = true },
        SettingRule.Text("firstTokenAt", "The date of the first token sold, UTC: after any the meter has taken."),
        SettingRule.Text("tokenRegister", "Where tokens are written and their results read."),
        SettingRule.Text("creditRegister", "Where the credit is read."),
        SettingRule.Text("keyRevisionRegister", "Where the key revision is read."),
        SettingRule.Text("meterNumberRegister", "Where the meter number is read."),
    ];

    /// <exception cref="SettingsException">The settings do not go together.</exception>
    public static OutsideSettings Of(Setting file)
    {
        var meter = file.Group("meter");
        var call = new PortCallSettings();
        var defaults = new OutsideSettings { Key = KeyOf(meter) };
        var settings = defaults with
        {
            Port = PortOf(meter),
            Form = meter.Text("parity", "port") switch
            {
                "software" => LineForm.SevenEvenInEight,
                "none" => LineForm.EightNone,
                _ => LineForm.SevenEven,
            },
            Call = call with
            {
                Address = meter.Find("address") is null ? null : meter.Text("address", ""),
                Password = meter.Has("password") && meter.Find("password") is null
                    ? null
                    : meter.Text("password", call.Password!),
                Baud = BaudOf(meter, call.Baud),
                DropEcho = meter.Flag("echo", call.DropEcho),
                TokenRegister = meter.Text("tokenRegister", call.TokenRegister),
            },
            RigFile = file.File,
            MainsRelay = MainsRelayPart.Of(file),
            I2cBus = file.Whole("i2cBus", defaults.I2cBus),
            ProfileFile = file.Text("profile", "") is var profile && SettingsFolder.IsPath(profile)
                ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file.File) ?? "", profile))
                : null,
            Lockstep = meter.Flag("lockstep", defaults.Lockstep),
            VendingKey = VendingKeyOf(meter),
            FirstTokenAt = TimeOf(meter, defaults.FirstTokenAt),
            CreditRegister = meter.Text("creditRegister", defaults.CreditRegister),
            KeyRevisionRegister = meter.Text("keyRevisionRegister", defaults.KeyRevisionRegister),
            MeterNumberRegister = meter.Text("meterNumberRegister", defaults.MeterNumberRegister),
        };
        OutsideChecks.Demand(settings, meter);
        return settings;
    }

    public static string PortOf(Setting meter)
    {
        var port = meter.Text("port", OutsideSettings.Virtual);
        var problem = port == OutsideSettings.Virtual ? null
            : port == Ports.Pty ? "\"pty\" has no meter behind it: start `hilbench meter --token-port pty`, "
                + "and name the device it prints"
            : Ports.Problem(port);
        return problem is null ? port : throw meter.Find("port")!.Wrong($"meter.port {problem}");
    }

    private static int BaudOf(Setting meter, int otherwise)
    {
        var baud = meter.Whole("baud", otherwise);
        return BaudCharacters.All.Contains(baud)
            ? baud
            : throw meter.Find("baud")!.Wrong(
                $"meter.baud {baud} is not a rate of mode C; allowed: {string.Join(", ", BaudCharacters.All)}");
    }

    /// <summary>The key of a meter that the bench cannot make, as the file believes it.</summary>
    public static KeyParameters KeyOf(Setting meter) => new(
        Parsed(meter, "number", "600727000000000009", PanOf),
        Parsed(meter, "supplyGroup", "123456", text => SupplyGroupCode.Parse(text)),
        Parsed(meter, "tariffIndex", "01", text => TariffIndex.Parse(text)),
        new KeyRevision(meter.Whole("keyRevision", 1)),
        (KeyType)meter.Whole("keyType", (int)KeyType.Dutk),
        BaseDates.TryFrom(meter.Whole("baseDate", 1993), out var baseDate)
            ? baseDate
            : throw meter.Find("baseDate")!.Wrong("meter.baseDate must be 1993, 2014 or 2035"),
        meter.Text("encryption", "EA07") == "EA11" ? EncryptionAlgorithm.Ea11 : EncryptionAlgorithm.Ea07,
        meter.Text("keyDerivation", meter.Text("encryption", "EA07") == "EA11" ? "DKGA04" : "DKGA02") switch
        {
            "DKGA02" => KeyDerivation.Dkga02,
            "DKGA03" => KeyDerivation.Dkga03,
            _ => KeyDerivation.Dkga04,
        });

    private static MeterPan PanOf(string text) =>
        text.Length == MeterPan.DigitCount ? MeterPan.Parse(text) : MeterPan.FromDrn(text);

    private static T Parsed<T>(Setting meter, string name, string otherwise, Func<string, T> parse)
    {
        try
        {
            return parse(meter.Text(name, otherwise));
        }
        catch (FormatException wrong)
        {
            var text = meter.Text(name, otherwise);
            var (setting, told) = (meter.Find(name) ?? meter, OneLine.Beginning(text));
            throw setting.Wrong($"meter.{name}: {(text == told ? wrong.Message : wrong.Message.Replace(text, told))}");
        }
    }

    /// <summary>The vending key that the file points at (<see cref="VendingKeyPlace"/>).</summary>
    public static VendingKey? VendingKeyOf(Setting meter)
    {
        if (meter.Find("vendingKey") is not { Value: string where } setting) return null;
        try
        {
            return VendingKeyPlace.Read(where, Path.GetDirectoryName(setting.File) ?? "");
        }
        catch (FormatException wrong)
        {
            throw setting.Wrong("meter.vendingKey" + wrong.Message);
        }
    }

    /// <summary>When the first token is sold.</summary>
    public static DateTime TimeOf(Setting meter, DateTime otherwise)
    {
        if (meter.Find("firstTokenAt") is not { Value: string text } setting) return otherwise;
        return DateTime.TryParseExact(
            text, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw setting.Wrong(CalendarSlip.Of(text) is { } slip
                ? $"meter.firstTokenAt: {slip}"
                : $"meter.firstTokenAt {setting.Shown} is not a time; write it like \"2024-11-01 08:00\"");
    }
}
