using System.Globalization;
using System.Text.RegularExpressions;
using HilBench.Roles;

namespace HilBench.Recording.Replaying;

/// <summary>
/// What counts as the same answer. On the rig that was recorded it is the same to the last joule. On another one the
/// meter sees a key some milliseconds earlier or later, so what it has counted meanwhile may differ by one step of its
/// store, and a picture may come just before or after the last look.
/// </summary>
internal sealed partial class Tolerance
{
    private const double MillijoulesPerWattHour = 3_600_000;

    /// <summary>Longer than any rig takes from a contact to the glass.</summary>
    private static readonly TimeSpan LastLook = TimeSpan.FromMilliseconds(500);

    /// <summary>No person calls a shorter beep long. The next key ends a beep, sooner or later.</summary>
    private static readonly TimeSpan LongBeep = TimeSpan.FromMilliseconds(300);

    private readonly bool _isSameRig;
    private readonly bool _isReadable;
    private readonly bool _hasGlass;
    private readonly bool _hasBuzzer;
    private readonly double _slack;

    public Tolerance(RecordingHead head, RigPlan plan)
    {
        _isSameRig = head.IsVirtual && plan.IsVirtual && head.Rig == plan.Name;
        _isReadable = head.IsOurMeter && plan.IsOurMeter;
        _hasGlass = _isReadable && head.Keys.Length > 0;
        // The next key ends a beep, so how many there are and how long hangs on the hands, where these are real.
        _hasBuzzer = _isSameRig
            || (head.IsVirtual && plan.IsVirtual && plan.Capabilities.Contains(Capability.Buzzer));
        _slack = (plan.Profile.SaveEveryWattHours + 1) * MillijoulesPerWattHour;
    }

    /// <summary>This kind of event can be seen on both rigs.</summary>
    public bool Compares(Type kind)
    {
        if (kind == typeof(GlassSeen)) return _hasGlass;
        if (kind == typeof(BeepHeard)) return _hasBuzzer && _isReadable;
        // Chips that notice misuse are not on every rig.
        return kind != typeof(ChipMisused) || _isSameRig;
    }

    /// <summary>
    /// What is compared of a kind. How long a display stays dark at the start is a matter of its chips: on another rig
    /// a blank picture is none, and the same one after it is not a new one.
    /// </summary>
    public bool Counts(RecordedEvent one, RecordedEvent? last) => _isSameRig || one is not GlassSeen glass
        || (!glass.Lines.All(string.IsNullOrWhiteSpace)
            && !(last is GlassSeen before && before.Lines.SequenceEqual(glass.Lines)));

    /// <summary>On another rig a picture may be passed over that stood only for a moment.</summary>
    public bool ToleratesBrief(RecordedEvent one) => !_isSameRig && one is GlassSeen;

    /// <summary>What came at one time and was gone at another stood only for a moment.</summary>
    public bool IsBrief(TimeSpan from, TimeSpan until) => !_isSameRig && until - from < LastLook;

    /// <summary>What was done then could not be done now.</summary>
    public bool IsNoAnswer(RigCall was, RigCall now) =>
        now.Receipts is null && now.Saw is { } seen && IsNotDelivered(seen)
        && !(was.Saw is { } then && IsNotDelivered(then));

    /// <summary>The answers to a call.</summary>
    public bool AreAlike(RigCall was, RigCall now)
    {
        if (was.Saw is not { } then || now.Saw is not { } seen) return was.Saw == now.Saw;
        if (then == seen) return true;
        if (IsNotDelivered(then) && IsNotDelivered(seen)) return true;
        if (was.Do == RigVerb.StopLoad) return true;
        if (was.Do == RigVerb.ReadStored) return !_isReadable || (!_isSameRig && AreNear(then, seen));
        return false;
    }

    /// <summary>Two events of one kind.</summary>
    public bool AreAlike(RecordedEvent was, RecordedEvent now) => (was, now) switch
    {
        (GlassSeen then, GlassSeen seen) => then.Lines.SequenceEqual(seen.Lines),
        (AnswerGiven then, AnswerGiven seen) => then.Result == seen.Result,
        (BeepHeard then, BeepHeard seen) => AreAlike(LengthOf(then), LengthOf(seen)),
        (ChipMisused then, ChipMisused seen) => then.Text == seen.Text,
        _ => true,
    };

    /// <summary>An event of the recording that did not come is missed.</summary>
    public bool MustCome(RecordedEvent missing, FlightRecording recording) =>
        _isSameRig || missing.At + LastLook < recording.Length;

    /// <summary>One event more than was recorded is no other answer: the recording ended before it.</summary>
    public bool MayCome(RecordedEvent more, FlightRecording recording) =>
        recording.IsCut || (!_isSameRig && more.At + LastLook >= recording.Length);

    private bool AreAlike(TimeSpan beep, TimeSpan other) =>
        beep == other || (!_isSameRig && beep < LongBeep == other < LongBeep);

    private static TimeSpan LengthOf(BeepHeard beep) => (beep.Until ?? beep.At) - beep.At;

    private static bool IsNotDelivered(string saw) => saw.StartsWith(Words.NotDelivered, StringComparison.Ordinal);

    /// <summary>The same but for what was counted.</summary>
    private bool AreNear(string then, string seen)
    {
        if (Counted().Replace(then, "") != Counted().Replace(seen, "")) return false;
        return Counted().Matches(then).Zip(Counted().Matches(seen)).All(
            pair => Math.Abs(NumberOf(pair.First) - NumberOf(pair.Second)) <= _slack);
    }

    private static double NumberOf(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+) mJ")]
    private static partial Regex Counted();
}
