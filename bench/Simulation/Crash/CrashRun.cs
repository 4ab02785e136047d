using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Simulation.Lives;
using HilBench.Simulation.Memory;
using HilBench.Simulation.Trials;

namespace HilBench.Simulation.Crash;

/// <summary>How many places of a write are cut.</summary>
public enum CrashSearch
{
    /// <summary>Before and after each write, and one place in eleven inside: three a page.</summary>
    Linear,

    /// <summary>Each byte of each page.</summary>
    Exhaustive,
}

/// <summary>What was cut on one medium under one profile.</summary>
public sealed record CrashResult(string Memory, string Profile, long Writes, long Places, Failure? Failure);

/// <summary>
/// Lives two lives in which every kind of write comes, and cuts the power before, inside and after each of them.
/// </summary>
public sealed class CrashRun(Func<MeterProfile, IFirmware> make, Func<ITrialMemory> memory, CrashSearch search)
{
    private const int LinearStride = 11;

    /// <summary>Asks for an early end.</summary>
    public CancellationToken Stop { get; init; }

    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public CrashResult Run(MeterProfile profile)
    {
        using var one = memory();
        var (writes, places) = (0L, 0L);
        foreach (var (cipher, story) in CrashStories.All)
        {
            var life = new Life(profile, cipher, story);
            var (cuts, trial, wrong) = Live(life);
            (writes, places) = (writes + trial.Saves, places + cuts.Places);
            if (wrong is not null)
                return new CrashResult(one.Name, profile.Name, writes, places, Shortest(life, wrong.Events, one.Name));
        }

        return new CrashResult(one.Name, profile.Name, writes, places, null);
    }

    private Failure Shortest(Life life, int failedAfter, string medium)
    {
        var shortest = Shrinker.Shrink(
            [.. life.Events.Take(failedAfter)], events => Live(life with { Events = events }).Wrong is not null);
        var shown = life with { Events = shortest };
        var (_, trial, wrong) = Live(shown);
        var feature = FeatureText.Of(shown, wrong!.What, trial);
        return new Failure(wrong.What, 0, life.Profile.Name, shortest.Count, feature, medium);
    }

    private (CutSearch Cuts, Trial Trial, BrokenPromise? Wrong) Live(Life life)
    {
        var cuts = new CutSearch(search == CrashSearch.Exhaustive ? 1 : LinearStride) { Stop = Stop };
        using var medium = memory();
        var trial = new Trial(life.Profile, life.Cipher, make, medium, cuts);
        return (cuts, trial, trial.Live(life.Events));
    }
}
