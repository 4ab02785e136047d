using HilBench.Meter.Split;
using HilBench.Physical.Ports;
using HilBench.Rig.Virtual;

namespace HilBench.RigFiles;

/// <summary>
/// A split meter in <c>meter</c>: how its two parts talk, and what the keypad unit's batteries give.
/// </summary>
internal static class SplitPart
{
    private const string InMemory = "memory";
    private const string KeypadUnit = "keypad-unit";

    public static IReadOnlyList<SettingRule> Rules { get; } =
    [
        SettingRule.Text(
            "line", "What carries the bytes: memory, pty = a pseudo-terminal, or a device with the other part on it."),
        SettingRule.Choice(
            "part", "Which part is ours, where the line is a device; the other is what is on it.", KeypadUnit,
            "measuring-unit"),
        SettingRule.Choice("lineBaud", "The rate of the line.", "1200", "2400", "4800", "9600", "19200", "38400"),
        RigRule.Ms("answerMs", "How long a frame waits for its answer before it is sent again."),
        SettingRule.Whole("tries", "How often a frame is sent, at most.", 1, 20),
        SettingRule.Number("askSeconds", "A keypad unit that has heard nothing for so long asks.", 1, 86_400),
        SettingRule.Number("askLostSeconds", "How often it asks while there is no connection.", 1, 86_400),
        SettingRule.Choice(
            "strangers", "What the measuring unit does with a frame for another meter.", "ignored", "refused"),
        SettingRule.Text("pairingCode", "Digits before an 11-digit meter number that pair by keys; empty = none."),
        SettingRule.Whole("lowMillivolts", "Batteries that give less are low.", 500, 20_000),
        SettingRule.Whole("newMillivolts", "What new batteries give.", 500, 20_000),
        SettingRule.Whole("runLowMillivolts", "What batteries that run low give.", 500, 20_000),
    ];

    public static SplitRigSettings Of(Setting meter, VirtualRigSettings board)
    {
        var (like, talk) = (new SplitRigSettings(), new SplitSettings());
        var settings = like with
        {
            Board = board,
            Baud = int.Parse(meter.Text("lineBaud", "9600"), System.Globalization.CultureInfo.InvariantCulture),
            NewMillivolts = meter.Whole("newMillivolts", like.NewMillivolts),
            RunLowMillivolts = meter.Whole("runLowMillivolts", like.RunLowMillivolts),
            Talk = talk with
            {
                AnswerTime = meter.Milliseconds("answerMs", talk.AnswerTime),
                Tries = meter.Whole("tries", talk.Tries),
                AskEvery = meter.Seconds("askSeconds", talk.AskEvery),
                AskEveryLost = meter.Seconds("askLostSeconds", talk.AskEveryLost),
                Strangers = meter.Text("strangers", "refused") == "ignored" ? Strangers.Ignored : Strangers.Refused,
                PairingCode = CodeOf(meter, talk.PairingCode),
                LowMillivolts = meter.Whole("lowMillivolts", talk.LowMillivolts),
            },
        };
        if (settings.RunLowMillivolts >= settings.Talk.LowMillivolts)
        {
            throw meter.Wrong(
                "meter.runLowMillivolts must be less than lowMillivolts: nobody would see that they run low");
        }

        return settings.NewMillivolts >= settings.Talk.LowMillivolts ? settings
            : throw meter.Wrong("meter.newMillivolts must be at least lowMillivolts: new batteries are not low");
    }

    /// <summary>True where the bytes go through a pseudo-terminal.</summary>
    public static bool IsPty(Setting meter) => meter.Text("line", InMemory) == Ports.Pty;

    /// <summary>The device that the other part is on; null where both are ours.</summary>
    public static string? DeviceOf(Setting meter)
    {
        var line = meter.Text("line", InMemory);
        if (line is InMemory or Ports.Pty) return null;
        return Ports.Problem(line) is { } problem
            ? throw meter.Find("line")!.Wrong($"meter.line {problem}, memory or pty")
            : line;
    }

    /// <summary>Which part is ours.</summary>
    public static OurPart PartOf(Setting meter)
    {
        var said = meter.Find("part");
        if (DeviceOf(meter) is null)
        {
            return said is null ? OurPart.Both : throw said.Wrong(
                "meter.part does not go with this meter.line: both parts are ours; a device has another part on it");
        }

        if (said is null)
            throw meter.Find("line")!.Wrong("meter.line is a device: meter.part must say which part is ours");
        return meter.Text("part", "") == KeypadUnit ? OurPart.KeypadUnit : OurPart.MeasuringUnit;
    }

    private static string CodeOf(Setting meter, string otherwise)
    {
        const int most = 8;
        var code = meter.Text("pairingCode", otherwise);
        return code.Length <= most && code.All(char.IsAsciiDigit) ? code
            : throw meter.Find("pairingCode")!.Wrong(
                $"meter.pairingCode is up to {most} digits: with a meter number behind it it must not be a token");
    }
}
