using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Simulation.Lives;
using HilBench.Simulation.Memory;
using HilBench.Simulation.Trials;
using HilBench.Tokens;

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
/// Lives one life in which every kind of write comes, and cuts the power before, inside and after each of them.
/// </summary>
public sealed class CrashRun(Func<MeterProfile, IFirmware> make, Func<ITrialMemory> memory, CrashSearch search)
{
    private const int LinearStride = 11;

    /// <summary>An acceptance, refusals, codes in both orders, rollovers, clears, a limit, metering.</summary>
    public static IReadOnlyList<LifeEvent> Story { get; } =
    [
        new LifeEvent.Buys(TokenKind.Credit, 256),
        new LifeEvent.TypesAgain(0),
        new LifeEvent.Mistypes(7),
        new LifeEvent.TypesNeighbours(50),
        new LifeEvent.Buys(TokenKind.PowerLimit, 12_000),
        new LifeEvent.Draws(new Watts(3_000), 300),
        new LifeEvent.Cut(new Watts(2_000), 40, IsWarned: true, 5),
        new LifeEvent.Cut(new Watts(2_000), 40, IsWarned: false, 5),
        new LifeEvent.OpensCover(),
        new LifeEvent.Buys(TokenKind.Credit, 100),
        new LifeEvent.Buys(TokenKind.ClearTamper, 0),
        new LifeEvent.TypesCode(1),
        new LifeEvent.Cut(default, 1, IsWarned: true, 5),
        new LifeEvent.TypesCode(2),
        new LifeEvent.TypesCode(1),
        new LifeEvent.TypesCode(2),
        new LifeEvent.Buys(TokenKind.Credit, 300),
        new LifeEvent.TypesAgain(0),
        new LifeEvent.TypesAgain(9),
        new LifeEvent.Waits(1_000),
        new LifeEvent.TypesCode(2),
        new LifeEvent.TypesCode(1),
        new LifeEvent.TypesCode(2),
        new LifeEvent.Buys(TokenKind.Credit, 40),
        new LifeEvent.Buys(TokenKind.ClearCredit, 0),
        new LifeEvent.Buys(TokenKind.Credit, 10),
        new LifeEvent.Draws(new Watts(5_000), 300),
    ];

    public CrashResult Run(MeterProfile profile)
    {
        var (cuts, trial, wrong) = Live(profile, Story);
        if (wrong is null) return new CrashResult(NameOfMemory(), profile.Name, trial.Saves, cuts.Places, null);
        var shortest = Shrinker.Shrink([.. Story.Take(wrong.Events)], life => Live(profile, life).Wrong is not null);
        var (_, shown, what) = Live(profile, shortest);
        var feature = FeatureText.Of(profile, shortest, what!.What, shown);
        var failure = new Failure(what.What, 0, profile.Name, shortest.Count, feature, NameOfMemory());
        return new CrashResult(NameOfMemory(), profile.Name, trial.Saves, cuts.Places, failure);
    }

    private (CutSearch Cuts, Trial Trial, BrokenPromise? Wrong) Live(
        MeterProfile profile, IReadOnlyList<LifeEvent> events)
    {
        var cuts = new CutSearch(search == CrashSearch.Exhaustive ? 1 : LinearStride);
        using var medium = memory();
        var trial = new Trial(profile, make, medium, cuts);
        return (cuts, trial, trial.Live(events));
    }

    private string NameOfMemory()
    {
        using var one = memory();
        return one.Name;
    }
}
