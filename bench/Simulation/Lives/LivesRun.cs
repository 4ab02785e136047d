using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Simulation.Memory;
using HilBench.Simulation.Trials;

namespace HilBench.Simulation.Lives;

/// <summary>What a run of lives came to. The same for any number of jobs.</summary>
/// <param name="Lives">Lives lived, up to the end of the batch in which a promise broke.</param>
/// <param name="Events">What happened in them.</param>
/// <param name="Tokens">Tokens handed in.</param>
/// <param name="Saves">Writes of the memory.</param>
/// <param name="Failure">The first life that broke a promise, at its shortest; null = every promise was kept.</param>
public sealed record LivesResult(long Lives, long Events, long Tokens, long Saves, Failure? Failure);

/// <summary>A broken promise, and what shows it again.</summary>
/// <param name="What">Which promise, in words.</param>
/// <param name="Seed">The seed of the life alone: <c>--lives 1 --seed</c>.</param>
/// <param name="Profile">Whose meter it was.</param>
/// <param name="Events">How many events the shortest life has.</param>
/// <param name="Feature">The same as the text of a feature file.</param>
/// <param name="Memory">The medium that was cut; null = a life.</param>
public sealed record Failure(
    string What, ulong Seed, string Profile, int Events, string Feature, string? Memory = null);

/// <summary>Lives many lives, on as many threads as are given.</summary>
public sealed class LivesRun(IReadOnlyList<MeterProfile> profiles, Func<MeterProfile, IFirmware> make)
{
    public const int EventsPerLife = 100;

    /// <summary>After a broken promise the batch is lived to its end, so that jobs make no difference.</summary>
    private const int Batch = 1_000;

    /// <summary>Asks for an early end.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Those of the lives that are also run through pins.</summary>
    public IEnumerable<PinLife> ThroughPins(long lives, ulong seed)
    {
        for (var i = 0L; i < lives; i++)
        {
            var own = SeedOf(seed, i);
            if (own % PinLife.OneIn == 0) yield return new PinLife(own, LifeOf(own), make);
        }
    }

    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public LivesResult Run(long lives, ulong seed, int jobs)
    {
        long tokens = 0, saves = 0;
        for (long from = 0; from < lives; from += Batch)
        {
            var count = (int)Math.Min(Batch, lives - from);
            var broken = new BrokenPromise?[count];
            var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = Stop };
            var first = from;
            Parallel.For(0, count, options, i =>
            {
                var life = LifeOf(SeedOf(seed, first + i));
                var trial = NewTrial(life);
                broken[i] = trial.Live(life.Events);
                Interlocked.Add(ref tokens, trial.Tokens);
                Interlocked.Add(ref saves, trial.Saves);
            });
            var at = Array.FindIndex(broken, one => one is not null);
            if (at < 0) continue;
            return new LivesResult(from + count, (from + count) * EventsPerLife, tokens, saves,
                Shortest(SeedOf(seed, from + at)));
        }

        return new LivesResult(lives, lives * EventsPerLife, tokens, saves, Failure: null);
    }

    /// <summary>Life number N of a seed is life 0 of the seed that is N larger.</summary>
    private static ulong SeedOf(ulong seed, long life) => unchecked(seed + (ulong)life);

    private Failure Shortest(ulong seed)
    {
        var life = LifeOf(seed);
        var shortest = Shrinker.Shrink(life.Events, events => NewTrial(life).Live(events) is not null);
        var trial = NewTrial(life);
        var wrong = trial.Live(shortest)!.What;
        var feature = FeatureText.Of(life with { Events = shortest }, wrong, trial);
        return new Failure(wrong, seed, life.Profile.Name, shortest.Count, feature);
    }

    private Life LifeOf(ulong seed) => new LifeWriter(seed).Write(profiles, EventsPerLife);

    private Trial NewTrial(Life life) =>
        new(life.Profile, life.Cipher, make, new ModelMemory(StoredRecord.SlotBytes));
}
