using System.Globalization;
using System.Text.Json;
using HilBench.Input;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.RigFiles.Script;

/// <summary>
/// A meter driven by JSON lines (docs/meter-script.md): the first line makes it, each further one does something to
/// it, and each is answered by one line. On a rig with pins tokens are keyed in and the display is read from the glass.
/// </summary>
public sealed class MeterScript(RigPlan plan, ulong seed) : LineAnswerer, IDisposable
{
    private const int FirstYear = 1993;
    private const int LastYear = 2100;

    /// <summary>Each key takes a fifth of a second of the meter's time.</summary>
    private const int MostKeys = 10_000;

    private static readonly string[] Actions = ["token", "keys", "wait", "mains", "at", "load"];
    private static readonly DateTime Begins = new(2024, 11, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(100 * 366);

    private IMeterRig? _rig;
    private DateTime? _clockSetTo;
    private bool _acted;

    /// <summary>True once there was a line.</summary>
    public bool HasBegun { get; private set; }

    protected override bool Answer(JsonFields line, Utf8JsonWriter answer)
    {
        HasBegun = true;
        var result = _rig is null ? Make(MeterLine.Read(line)) : Act(line, _rig);
        Describe(_rig!, result, answer);
        return true;
    }

    protected override bool IsAnswer(Exception wrong) =>
        wrong is BadLineException or SettingsException or StimulusNotDeliveredException;

    public void Dispose() => _rig?.Dispose();

    private ResultCode Make(MeterLine line)
    {
        var profile = line.Adjust(line.ProfileName is { } name ? ProfileFiles.Load(name) : plan.Profile);
        var rig = (plan with { Profile = profile }).Build(seed);
        rig.Manufacture(line.AsMade(profile));
        rig.Mains.Return();
        rig.Glass.WaitUntilSettled();
        _rig = rig;
        return ResultCode.None;
    }

    private ResultCode Act(JsonFields line, IMeterRig rig)
    {
        line.Allow(Actions);
        var named = Actions.Where(line.Has).ToArray();
        if (named.Length != 1)
            throw new BadLineException("", $"a line has exactly one action: {string.Join(", ", Actions)}");
        var first = !_acted;
        _acted = true;
        switch (named[0])
        {
            case "token": return KeyIn(rig, Digits(line));
            case "keys": return Press(rig, Keys(line, rig));
            case "wait": rig.Clock.Wait(Duration(line, "wait")); break;
            case "mains": Switch(rig, line); break;
            case "at": WaitUntil(rig, line, first); break;
            default: Draw(rig, line.Object("load")); break;
        }

        return ResultCode.None;
    }

    /// <summary>Digits that no keypad can type are answered as malformed without being typed.</summary>
    private static ResultCode KeyIn(IMeterRig rig, string token) =>
        token.Length == 0 || token.AsSpan().ContainsAnyExceptInRange('0', '9') || !CanBeHandedIn(token, rig.Profile)
            ? ResultCode.FormatError
            : Press(rig, token + Closing(rig.Profile), awaitAnswer: true);

    /// <summary>On a meter without an Enter key the twentieth digit hands the token in.</summary>
    private static bool CanBeHandedIn(string digits, MeterProfile profile) =>
        profile.Entry.Submit == Submit.EnterKey || digits.Length == KeypadEntry.TokenDigits;

    /// <summary>The key that hands a token in, where the meter has one.</summary>
    private static string Closing(MeterProfile profile) =>
        profile.Entry.Submit == Submit.EnterKey ? $"{profile.Pad.Enter}" : "";

    private static ResultCode Press(IMeterRig rig, string keys, bool awaitAnswer = false)
    {
        var before = rig.Answers.Count;
        foreach (var key in keys) rig.Keypad.Press(key);
        var giveUp = rig.Clock.Now + AnswerPatience;
        while (awaitAnswer && rig.Answers.Count == before && rig.Clock.Now < giveUp) rig.Clock.Wait(Blink);
        rig.Glass.WaitUntilSettled();
        return rig.Answers.Count > before ? rig.Answers[^1].Result : ResultCode.None;
    }

    /// <summary>A token may be written in groups, as on a slip; only its digits are typed.</summary>
    private static string Digits(JsonFields line) => Bounded(line, "token", WrittenDigits.Of(line.Text("token")));

    private static string Bounded(JsonFields line, string name, string keys) => keys.Length <= MostKeys
        ? keys
        : throw line.Bad(name, $"{keys.Length} keys are too many for one line, at most {MostKeys} are allowed");

    private static string Keys(JsonFields line, IMeterRig rig)
    {
        var keys = Bounded(line, "keys", line.Text("keys").Replace(" ", "", StringComparison.Ordinal));
        foreach (var key in keys)
        {
            if (!rig.Keypad.Keys.Contains(key))
                throw line.Bad("keys", $"there is no key '{key}', only {rig.Keypad.Keys}");
        }

        return keys;
    }

    private static void Switch(IMeterRig rig, JsonFields line)
    {
        switch (line.Text("mains"))
        {
            case "off": rig.Mains.Fail(); break;
            case "on": rig.Mains.Return(); break;
            default: throw line.Bad("mains", "must be \"on\" or \"off\"");
        }

        rig.Glass.WaitUntilSettled();
    }

    /// <summary>
    /// The clock starts at the default world's time; the first action of a script may set it to any other.
    /// </summary>
    private void WaitUntil(IMeterRig rig, JsonFields line, bool first)
    {
        if (!DateTime.TryParseExact(
            line.Text("at"), ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            || time.Year is < FirstYear or > LastYear)
        {
            throw line.Bad("at", CalendarSlip.Of(line.Text("at"))
                ?? $"must be a UTC time like 2024-11-24T20:15, from {FirstYear} to {LastYear}");
        }

        var now = (_clockSetTo ?? Begins) + rig.Clock.Now;
        if (time < now && first) _clockSetTo = time - rig.Clock.Now;
        else if (time < now) throw line.Bad("at", $"the clock is past that: it is {now:yyyy-MM-ddTHH:mm:ss}");
        else rig.Clock.Wait(time - now);
    }

    private static void Draw(IMeterRig rig, JsonFields load)
    {
        load.Allow("watts", "for");
        var power = new Watts(load.Whole("watts", 0, 1_000_000));
        var time = Duration(load, "for");
        rig.Load.Draw(power);
        rig.Clock.Wait(time);
        rig.Load.Draw(default);
    }

    /// <summary>A number without a colon is refused: .NET would take it for days, a person for seconds.</summary>
    private static TimeSpan Duration(JsonFields line, string name) =>
        line.Text(name).Contains(':') && TimeSpan.TryParseExact(
            line.Text(name), ["c", @"d\.hh\:mm\:ss", @"h\:mm\:ss"], CultureInfo.InvariantCulture, out var time)
        && time >= TimeSpan.Zero && time <= LongestWait
            ? time
            : throw line.Bad(name, "must be a time like 00:10:00 or 1.00:00:00 (days), at most a hundred years");

    private void Describe(IMeterRig rig, ResultCode result, Utf8JsonWriter answer)
    {
        if (rig.Findings.Count > 0) throw new BadLineException("", $"a chip was misused: {rig.Findings[^1]}");
        answer.WriteString("result", ResultCodes.NameOf(result));
        answer.WriteStartArray("display");
        foreach (var line in rig.Glass.Read()) answer.WriteStringValue(line.TrimEnd());
        answer.WriteEndArray();
        if (rig.Stored?.Registers is not { } stored) return;
        answer.WriteNumber("creditUnits", (long)stored.Credit.UnitsIn(rig.Profile.Accounting.Scale));
        answer.WriteNumber("krn", stored.Key.Revision.Value);
        answer.WriteString("ti", stored.Key.TariffIndex.ToString());
        answer.WriteString("sgc", stored.Key.SupplyGroup.ToString());
        answer.WriteString("keyCheck", stored.Key.Decoder.CheckValue(plan.Tables));
        answer.WriteString("loadSwitch", stored.LoadSwitch == LoadSwitchPosition.Closed ? "closed" : "open");
    }
}
