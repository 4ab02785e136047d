using System.Globalization;
using HilBench.Roles;

namespace HilBench.Scenarios.World;

/// <summary>
/// Watches the glass with a clock: for how long a text stands there, how soon it comes, that it never does.
/// </summary>
public sealed class GlassWatch(Bench bench, Witness witness)
{
    /// <summary>What a person with a stopwatch would not call a difference.</summary>
    private static readonly TimeSpan Blur = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longer = TimeSpan.FromSeconds(1);

    /// <summary>From the moment it first stands there until it is gone.</summary>
    public void ExpectFor(string text, TimeSpan time, bool orMore)
    {
        Demand(text);
        var giveUp = Now + Patience;
        while (FirstRun(text) is null && Now < giveUp) Wait();
        if (FirstRun(text) is null) throw Never(text);
        while (FirstRun(text) is { Until: null, From: var from } && Now - from < time + Blur + Blink) Wait();
        var run = FirstRun(text)!.Value;
        var stood = (run.Until ?? Now) - run.From;
        if (stood < time - Blur || (!orMore && stood > time + Blur))
        {
            var still = run.Until is null ? "and still stands there" : "and was gone";
            throw new MeterWrongException(
                $"the display showed \"{Excerpt.Of(text)}\" for {Seconds(stood)} {still}, not for "
                + $"{(orMore ? "at least " : "")}{Seconds(time)}", seen: witness.Now);
        }

        bench.Rig.Glass.Vouch(run.Picture);
    }

    public void ExpectWithin(string text, TimeSpan time)
    {
        Demand(text);
        var end = witness.Since + time;
        while (FirstRun(text) is null && Now < end) Wait();
        if (FirstRun(text) is not { } run) throw Never(text);
        if (run.From > end)
        {
            throw new MeterWrongException(
                $"the display showed \"{Excerpt.Of(text)}\" after {Seconds(run.From - witness.Since)}, not within "
                + Seconds(time), seen: witness.Now);
        }

        bench.Rig.Glass.Vouch(run.Picture);
    }

    /// <summary>A display on which nothing was to be read proves nothing.</summary>
    public void ExpectNever(string text)
    {
        Demand(text);
        for (var end = Now + Longer; Now < end;) Wait();
        var pictures = witness.Seen();
        if (FirstRun(text) is not null)
        {
            throw new MeterWrongException(
                $"the display showed \"{Excerpt.Of(text)}\": {witness.Story()}", seen: witness.Now);
        }

        if (pictures.All(picture => picture.Lines.All(string.IsNullOrWhiteSpace)))
        {
            const string blank = "the display was blank all the time";
            throw bench.Rig.Mains.IsOn
                ? new MeterWrongException(blank, seen: witness.Now)
                : new FeatureMistakeException(
                    $"{blank}, which says nothing about \"{Excerpt.Of(text)}\"; write: the display is blank");
        }

        bench.Rig.Glass.Vouch(pictures[^1]);
    }

    private TimeSpan Now => bench.Rig.Clock.Now;

    private void Demand(string text)
    {
        if (!witness.SawSomethingHappen)
        {
            throw new FeatureMistakeException(
                $"the display and \"{Excerpt.Of(text)}\": nothing has happened yet; a When must come before");
        }
    }

    private void Wait()
    {
        bench.StopIfAsked();
        bench.Rig.Clock.Wait(Blink);
    }

    /// <summary>The first pictures in a row with the text; they count from the last When at the earliest.</summary>
    private (TimeSpan From, TimeSpan? Until, GlassPicture Picture)? FirstRun(string text)
    {
        (TimeSpan From, TimeSpan? Until, GlassPicture Picture)? run = null;
        foreach (var picture in witness.Seen())
        {
            var has = picture.Lines.Any(line => WholeWords.Contains(line, text));
            if (run is null && has)
                run = (picture.Since < witness.Since ? witness.Since : picture.Since, null, picture);
            else if (run is { } begun && !has)
                return begun with { Until = picture.Since };
        }

        return run;
    }

    private MeterWrongException Never(string text) => new(
        $"the display never showed \"{Excerpt.Of(text)}\"; it showed {witness.Story()}", [text], witness.Now);

    private static string Seconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
