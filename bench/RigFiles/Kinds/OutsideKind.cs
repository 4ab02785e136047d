using System.Globalization;
using HilBench.Input;
using HilBench.Physical.Ports;
using HilBench.Rig.Outside;
using HilBench.Roles;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>
/// Reads <see cref="OutsidePlan"/>: a meter behind a token port. What the file leaves out of its key is as in the
/// default world.
/// </summary>
internal sealed class OutsideKind : RigKind
{
    private const string OfEnvironment = "env:";

    private static readonly string[] OfOurBoard = [
        "keypad", "display", "store", "loadSwitch", "buzzer", "leds", "press", "gpioChip", "testLoop",
    ];

    public override string KeypadKind => "none";

    public override string MeterKind => "token-port";

    public override IReadOnlyList<Partner> Partners => [];

    public override RigPlan Read(RigHead head, Setting file)
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
            MainsRelay = RelaySettings.Of(file),
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
        return new OutsidePlan(head.Name, head.Profile, head.Tables, settings) { Seed = (ulong)file.Number("seed", 1) };
    }

    protected override RigKind Checked(Setting file)
    {
        foreach (var name in OfOurBoard)
        {
            if (file.Find(name) is { } setting)
                {
                throw setting.Wrong(
                    $"{name} does not go with meter.kind \"token-port\": the bench has only the port of that meter");
            }
        }

        if (file.Find("load") is { Value: "test-loop" } load)
            throw load.Wrong("load \"test-loop\" does not go with meter.kind \"token-port\"; allowed: none");
        var clock = PortOf(file.Group("meter")) == OutsideSettings.Virtual ? "virtual" : "wall";
        if (clock == "virtual" && file.Find("mains") is { Value: RelaySettings.Choice } mains)
            throw mains.Wrong("mains \"relay\" does not go with meter.port \"virtual\"; allowed: none");
        if (file.Find("clock") is { Value: string said } wrong && said != clock)
            throw wrong.Wrong($"clock \"{said}\" does not go with this meter.port; allowed: {clock}");
        return this;
    }

    private static string PortOf(Setting meter)
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

    private static KeyParameters KeyOf(Setting meter) => new(
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

    /// <summary>
    /// A vending key never stands in a rig file: only where it is. No message repeats what it says there, for it may be
    /// the key itself, and none what it points at.
    /// </summary>
    private static VendingKey? VendingKeyOf(Setting meter)
    {
        if (meter.Find("vendingKey") is not { Value: string where } setting) return null;
        var hex = where.StartsWith(OfEnvironment, StringComparison.Ordinal)
            ? Environment.GetEnvironmentVariable(where[OfEnvironment.Length..])
                ?? throw setting.Wrong("meter.vendingKey names an environment variable that is not set")
            : KeyFile(setting, Path.Combine(Path.GetDirectoryName(setting.File) ?? "", where));
        return VendingKey.TryParse(hex.Trim(), out var key, out var reason)
            ? key
            : throw setting.Wrong($"meter.vendingKey: {reason}");
    }

    private static string KeyFile(Setting setting, string path)
    {
        if (!Path.Exists(path))
        {
            throw setting.Wrong(
                $"meter.vendingKey names no file that is there; write {OfEnvironment}NAME, or the name of a file beside"
                + " this one that holds the key, never the key itself");
        }

        try
        {
            return InputFile.ReadText(path);
        }
        catch (SettingsException unreadable)
        {
            throw setting.Wrong($"meter.vendingKey: {unreadable.Message}");
        }
    }

    private static DateTime TimeOf(Setting meter, DateTime otherwise)
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
