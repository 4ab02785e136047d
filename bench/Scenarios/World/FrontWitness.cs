using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Scenarios.World;

/// <summary>
/// Listens to the buzzer and looks at the lamps for the scenario. Beeps that follow each other closely are one sound,
/// and the newest sound since the last When is what counts: after the click of a key comes what it led to.
/// </summary>
public sealed class FrontWitness(Bench bench, Witness witness)
{
    /// <summary>A longer silence ends a sound.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>No person calls a shorter beep long.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SilenceTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(50);

    private IIndicators Front =>
        bench.Build().Indicators ?? throw new StimulusNotDeliveredException("a look at the front", "this rig has none");

    public void ExpectBeeps(int count, BeepLength length)
    {
        DemandSomething($"the buzzer gives {Words(count, length)}");
        var sound = NewestSound();
        if (sound.Count == count && sound.All(beep => LengthOf(beep) == length)) return;
        throw Wrong($"the buzzer gives {Words(count, length)}: instead it {InWords(sound)}");
    }

    public void ExpectSilence()
    {
        DemandSomething("the buzzer stays silent");
        bench.Build().Clock.Wait(SilenceTime);
        var sound = Beeps();
        if (sound.Count > 0) throw Wrong($"the buzzer stays silent: instead it {InWords(sound)}");
    }

    /// <summary>
    /// A beep begins after the scanner has seen a key and before it sees the next. A key that brings an answer sounds
    /// like the answer, once that is stored.
    /// </summary>
    public void ExpectASoundAtEachKey()
    {
        DemandSomething("the buzzer sounds at each key");
        var keys = bench.Build().Keypad.Log.Where(press => press.SeenAt is not null).ToArray();
        if (keys.Length == 0)
            throw new FeatureMistakeException("the buzzer sounds at each key: no key was pressed before");
        var beeps = Front.Beeps;
        var next = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            var seen = keys[i].SeenAt!.Value;
            var end = i + 1 < keys.Length ? keys[i + 1].SeenAt!.Value : seen + Pause;
            while (next < beeps.Count && beeps[next].From < seen) next++;
            if (next < beeps.Count && beeps[next].From < end) continue;
            throw Wrong($"the buzzer sounds at each key: it was silent at '{keys[i].Key}'");
        }
    }

    public void Expect(Led led, LedLight wanted)
    {
        var seen = Front.Watch(led);
        if (seen == wanted) return;
        throw Wrong($"the {FrontWords.Of(led)} LED is {FrontWords.Of(wanted)}: instead it is {FrontWords.Of(seen)}");
    }

    /// <summary>The sentences speak of what came of the last When.</summary>
    private void DemandSomething(string promise)
    {
        if (!witness.SawSomethingHappen)
            throw new FeatureMistakeException($"{promise}: nothing has happened yet; a When must come before");
    }

    /// <summary>Waits for a sound to begin and to end.</summary>
    private List<Beep> NewestSound()
    {
        var giveUp = bench.Build().Clock.Now + Patience;
        while (bench.Build().Clock.Now < giveUp)
        {
            bench.StopIfAsked();
            if (Beeps() is [.., { Until: { } until }] && bench.Build().Clock.Now - until >= Pause) break;
            bench.Build().Clock.Wait(Blink);
        }

        var sound = new List<Beep>();
        foreach (var beep in Beeps())
        {
            if (sound.Count > 0 && beep.From - sound[^1].Until >= Pause) sound.Clear();
            sound.Add(beep);
        }

        return sound;
    }

    private List<Beep> Beeps() => [.. Front.Beeps.Where(beep => beep.From >= witness.Since)];

    private static BeepLength LengthOf(Beep beep) =>
        beep.Until - beep.From < Long ? BeepLength.Short : BeepLength.Long;

    private static string InWords(List<Beep> sound)
    {
        if (sound.Count == 0) return "was silent";
        var lengths = sound.Select(LengthOf).ToArray();
        if (lengths.Distinct().Count() == 1) return $"gave {Words(sound.Count, lengths[0])}";
        return $"gave {string.Join(", ", lengths.Select(length => length.ToString().ToLowerInvariant()))}";
    }

    private static string Words(int count, BeepLength length) =>
        $"{count} {length.ToString().ToLowerInvariant()} beep{(count == 1 ? "" : "s")}";

    private MeterWrongException Wrong(string what) => new(what, seen: witness.Now);
}

/// <summary>How long a beep seems to a person.</summary>
public enum BeepLength
{
    Short,
    Long,
}
