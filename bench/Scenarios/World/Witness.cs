using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Scenarios.World;

/// <summary>
/// Reads the glass for the scenario: only settled pictures, and only those since the last When
/// (docs/decisions/0007-what-a-display-shows.md).
/// </summary>
public sealed class Witness(Bench bench)
{
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShowPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(100);

    /// <summary>Pictures a person can take in at a glance.</summary>
    private const int StoryLength = 6;

    private GlassMark? _mark;
    private GlassAnswer? _heard;
    private TimeSpan _from;

    private bool _wereKeysPressed;

    private IMeterRig Rig => bench.Build();

    /// <summary>True once a When has come: before it there is nothing to hear or to be answered.</summary>
    public bool SawSomethingHappen { get; private set; }

    /// <summary>The last When's keys ended here; without keys, it began here.</summary>
    public TimeSpan Since { get; private set; }

    /// <summary>A When without keys begins: all that is seen from now on counts.</summary>
    public void LookFromNow()
    {
        SawSomethingHappen = true;
        Look(Rig.Glass.Mark(), TimeSpan.Zero);
        Since = Rig.Clock.Now;
    }

    /// <summary>
    /// Keys were pressed: pictures since the mark count, but not those that were gone before <paramref name="from"/>.
    /// </summary>
    public void LookFrom(GlassMark mark, TimeSpan from)
    {
        SawSomethingHappen = _wereKeysPressed = true;
        Look(mark, from);
    }

    /// <summary>The meter answered by its port: that is what the scenario asks about now.</summary>
    public void Hear(ResultCode result)
    {
        SawSomethingHappen = _wereKeysPressed = true;
        _heard = GlassAnswers.Of(result);
    }

    public GlassPicture Now => Rig.Glass.WaitUntilSettled();

    /// <summary>The first answer to a token since the last keys, or null.</summary>
    public GlassAnswer? Answer()
    {
        if (_heard is { } heard) return heard;
        foreach (var picture in Pictures())
        {
            if (GlassAnswers.Of(picture, bench.Profile) is { } answer) return answer;
        }

        return null;
    }

    /// <summary>After keys of which nobody knows whether the meter took them.</summary>
    public void AwaitAnswerIfAny()
    {
        _wereKeysPressed = true;
        AwaitAnswer();
    }

    public void AwaitAnswer() => WatchUntil(() => Answer() is not null, AnswerPatience);

    /// <summary>The meter answered like this, and like nothing else.</summary>
    public void Expect(GlassAnswer wanted, string promise)
    {
        DemandKeys(promise);
        if (_heard is null && GlassAnswers.SaidAlike(wanted, bench.Profile) is { } other)
        {
            throw new FeatureMistakeException(
                $"a meter of profile \"{bench.Profile.Name}\" shows the same when it "
                + $"{((GlassAnswer?)wanted).InWords()} as when it {((GlassAnswer?)other).InWords()}, so nobody can "
                + "tell the two apart: write \"the meter refuses it\"");
        }

        var answer = Answer();
        if (answer == wanted)
        {
            VouchForAnswer();
            return;
        }

        throw new MeterWrongException(
            $"{promise}: instead it {answer.InWords()}", [GlassAnswers.Word(wanted, bench.Profile)], Decisive());
    }

    /// <summary>The meter refused, for whatever reason.</summary>
    public void ExpectRefusal()
    {
        DemandKeys("the meter refuses it");
        var answer = Answer();
        if (answer is { } given && given.IsRefusal())
        {
            VouchForAnswer();
            return;
        }

        throw new MeterWrongException(
            $"the meter refuses it: instead it {answer.InWords()}", [bench.Profile.Words.Reject], Decisive());
    }

    /// <summary>Waits for something to read after the mains returned.</summary>
    public void AwaitLight() => WatchUntil(() => !Now.Lines.All(string.IsNullOrWhiteSpace), AnswerPatience);

    /// <summary>Watches until a picture has the text as whole words on one line, or patience ends.</summary>
    public bool HasShown(string text)
    {
        GlassPicture? shown = null;
        WatchUntil(
            () => (shown = Pictures().FirstOrDefault(
                picture => picture.Lines.Any(line => WholeWords.Contains(line, text)))) is not null,
            ShowPatience);
        if (shown is not null) Rig.Glass.Vouch(shown);
        return shown is not null;
    }

    /// <summary>The pictures that count, oldest first; the last of them stands there now.</summary>
    public IReadOnlyList<GlassPicture> Seen() => Pictures();

    /// <summary>The newest pictures that counted, oldest first, in one line for a message.</summary>
    public string Story()
    {
        var told = Pictures().Select(InOneLine).ToList();
        var newest = string.Join(", then ", told.TakeLast(StoryLength));
        return told.Count > StoryLength ? $"(the last {StoryLength} pictures) {newest}" : newest;
    }

    /// <summary>
    /// The credit the idle glass shows, or null when the glass is about something else (digits being typed, no mains).
    /// Waits for an answer and the credit after it to end, as a customer would.
    /// </summary>
    public string? IdleCredit()
    {
        var profile = bench.Profile;
        var answer = profile.RefusalBlink is { } blink && blink.Lasts + blink.BlankAfter > profile.ResultTime
            ? blink.Lasts + blink.BlankAfter
            : profile.ResultTime;
        var patience = profile.Entry.WorkTime + answer + profile.CreditTime + Blink;
        WatchUntil(() => IdleLine() is not null || !GivesWay(), patience);
        var now = Now;
        if (IdleGlass.CreditOn(now.Lines, profile) is not { } credit) return null;
        Rig.Glass.Vouch(now);
        return credit;
    }

    /// <summary>A meter that was given nothing cannot be blamed for its answer.</summary>
    private void DemandKeys(string promise)
    {
        if (!_wereKeysPressed)
        {
            throw new FeatureMistakeException(
                $"{promise}: nothing was keyed in; a line like `When the customer keys in the token` must come before");
        }
    }

    private void Look(GlassMark mark, TimeSpan from)
    {
        _mark = mark;
        _from = Since = from;
        _heard = null;
    }

    private void VouchForAnswer()
    {
        if (_heard is null) Rig.Glass.Vouch(Decisive());
    }

    /// <summary>The picture that gave the answer, or what stands there when there was none.</summary>
    private GlassPicture Decisive() =>
        _heard is not null ? Now
        : Pictures().FirstOrDefault(picture => GlassAnswers.Of(picture, bench.Profile) is not null) ?? Now;

    private static string InOneLine(GlassPicture picture)
    {
        var lines = picture.Lines.Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return lines.Count == 0 ? "nothing" : $"\"{string.Join(" / ", lines)}\"";
    }

    private string? IdleLine() => IdleGlass.CreditOn(Now.Lines, bench.Profile);

    /// <summary>True while the glass shows something that ends by itself.</summary>
    private bool GivesWay()
    {
        var picture = Now;
        var words = bench.Profile.Words;
        return GlassAnswers.Of(picture, bench.Profile) is not null
            || picture.Lines.All(string.IsNullOrWhiteSpace)
            || picture.Lines.Any(line => line.Trim() == words.Credit || line.Trim() == words.KeypadFault);
    }

    private IReadOnlyList<GlassPicture> Pictures()
    {
        if (_mark is null)
        {
            Look(Rig.Glass.Mark(), TimeSpan.Zero);
            Since = Rig.Clock.Now;
        }

        Rig.Glass.WaitUntilSettled();
        var all = Rig.Glass.Since(_mark!.Value);
        // A picture that was there before the last key and still stands is being shown; one that is gone is not.
        return all.Count == 1 ? all : [.. all.Where(picture => picture.Since >= _from)];
    }

    private bool WatchUntil(Func<bool> seen, TimeSpan patience)
    {
        var giveUp = Rig.Clock.Now + patience;
        while (!seen())
        {
            bench.StopIfAsked();
            if (Rig.Clock.Now >= giveUp) return false;
            Rig.Clock.Wait(Blink);
        }

        return true;
    }
}
