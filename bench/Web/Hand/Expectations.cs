using System.Globalization;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios;
using HilBench.Scenarios.World;

namespace HilBench.Web.Hand;

/// <summary>
/// What somebody may want to hold fast when they click on something: the sentences that are true of it now. Nothing is
/// added that was not chosen.
/// </summary>
internal static class Expectations
{
    private const string Quotes = "\"\"\"";

    private static readonly TimeSpan LongBeep = TimeSpan.FromMilliseconds(300);

    /// <param name="lines">The display as it is.</param>
    /// <param name="profile">Whose words it speaks.</param>
    public static IReadOnlyList<SaidStep> OfGlass(IReadOnlyList<string> lines, MeterProfile profile)
    {
        var said = new List<SaidStep>();
        if (GlassAnswers.Of(new GlassPicture(lines, TimeSpan.Zero), profile) is { } answer) said.AddRange(Of(answer));
        said.AddRange(lines.Select(line => line.Trim()).Where(line => line.Length > 0 && !line.Contains('"'))
            .Distinct().Select(line => Must($"the display shows \"{line}\"")));
        said.Add(Must("the display reads:") with
        {
            Below = [Quotes, .. lines.Select(line => line.TrimEnd()), Quotes],
        });
        return said;
    }

    /// <summary>What it is now comes first; only a longer look can say whether it blinks.</summary>
    public static IReadOnlyList<SaidStep> OfLamp(LampView lamp)
    {
        LedLight[] lights = lamp.IsLit ? [LedLight.Lit, LedLight.Blinking] : [LedLight.Dark, LedLight.Blinking];
        return [.. lights.Select(light => Must($"the {FrontWords.Of(lamp.Led)} LED is {FrontWords.Of(light)}"))];
    }

    public static IReadOnlyList<SaidStep> OfBuzzer(TimeSpan lastBeep)
    {
        var length = lastBeep >= LongBeep ? "long" : "short";
        return
        [
            .. Enumerable.Range(1, 3).Select(count => Must(string.Create(
                CultureInfo.InvariantCulture, $"the buzzer gives {count} {length} {(count == 1 ? "beep" : "beeps")}"))),
            Must("the buzzer stays silent"),
        ];
    }

    public static IReadOnlyList<SaidStep> OfSwitch(bool isClosed, bool isMainsOn) =>
    [
        Must($"the load switch is {(isClosed ? "closed" : "open")}"),
        Must($"the house has {(isClosed && isMainsOn ? "power" : "no power")}"),
    ];

    public static SaidStep OfCredit(RecordView record) => Must(record.CreditSentence);

    public static SaidStep OfCredit(PortView port) => Must(CreditSentence(port.Credit, port.IsCurrency));

    public static SaidStep OfKeyRevision(string revision) => Must($"the key revision is {revision}");

    /// <param name="credit">As a display of the meter's profile would show it.</param>
    /// <param name="isCurrency">It counts money.</param>
    public static string CreditSentence(string credit, bool isCurrency) =>
        $"the meter holds {credit.Split(' ')[0]} {(isCurrency ? "in currency" : "kWh")}";

    private static IEnumerable<SaidStep> Of(GlassAnswer answer) => answer switch
    {
        GlassAnswer.Accepted => [Must("the meter accepts it")],
        GlassAnswer.AsksForTheOtherCode => [Must("the meter asks for the other code")],
        GlassAnswer.Used => [Must("the meter refuses it as used"), Must("the meter refuses it")],
        GlassAnswer.Old => [Must("the meter refuses it as old"), Must("the meter refuses it")],
        _ => [Must("the meter refuses it")],
    };

    private static SaidStep Must(string text) => new(StepKind.Then, text);
}
