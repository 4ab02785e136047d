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

/// <summary>What a batch of lives came to.</summary>
/// <param name="Tokens">Tokens handed in.</param>
/// <param name="Saves">Writes of the memory.</param>
/// <param name="Broken">Which of its lives is the first that broke a promise; null = none did.</param>
public sealed record BatchSums(long Tokens, long Saves, int? Broken);

/// <summary>
/// Has batches lived elsewhere, with <see cref="LivesRun.Live"/>, and hands each over once, in any order. Whoever has
/// enough stops taking.
/// </summary>
public delegate IEnumerable<(int Number, BatchSums Sums)> BatchesElsewhere(
    IReadOnlyList<int> numbers, CancellationToken stop);

/// <summary>Lives many lives, on as many threads as are given, or elsewhere.</summary>
public sealed class LivesRun(IReadOnlyList<MeterProfile> profiles, Func<MeterProfile, IFirmware> make)
{
    public const int EventsPerLife = 100;

    /// <summary>After a broken promise the batch is lived to its end, so that jobs make no difference.</summary>
    private const int Batch = 1_000;

    /// <summary>How many batches so many lives are.</summary>
    public static int Batches(long lives) => (int)((lives + Batch - 1) / Batch);

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
        return Sum(lives, seed, Here());

        IEnumerable<BatchSums> Here()
        {
            for (var number = 0; number < Batches(lives); number++) yield return Live(lives, seed, number, jobs);
        }
    }

    /// <summary>The same, with batches that are lived elsewhere, by <see cref="Live"/>.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public LivesResult Run(long lives, ulong seed, BatchesElsewhere elsewhere)
    {
        var numbers = Enumerable.Range(0, Batches(lives)).ToArray();
        return Sum(lives, seed, InOrder(elsewhere(numbers, Stop)));
    }

    /// <summary>Lives one batch of so many lives.</summary>
    /// <param name="lives">All of them.</param>
    /// <param name="seed">Of the first.</param>
    /// <param name="number">Which batch.</param>
    /// <param name="jobs">Threads; they make no difference.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public BatchSums Live(long lives, ulong seed, int number, int jobs)
    {
        long tokens = 0, saves = 0;
        var first = (long)number * Batch;
        var broken = new bool[CountOf(lives, number)];
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = Stop };
        Parallel.For(0, broken.Length, options, i =>
        {
            var life = LifeOf(SeedOf(seed, first + i));
            var trial = NewTrial(life);
            broken[i] = trial.Live(life.Events) is not null;
            Interlocked.Add(ref tokens, trial.Tokens);
            Interlocked.Add(ref saves, trial.Saves);
        });
        var at = Array.IndexOf(broken, true);
        return new BatchSums(tokens, saves, at < 0 ? null : at);
    }

    /// <summary>Adds batches up, in their order, to the first in which a promise was broken.</summary>
    private LivesResult Sum(long lives, ulong seed, IEnumerable<BatchSums> batches)
    {
        long tokens = 0, saves = 0, lived = 0;
        foreach (var (number, batch) in batches.Index())
        {
            var first = lived;
            (tokens, saves, lived) = (tokens + batch.Tokens, saves + batch.Saves, lived + CountOf(lives, number));
            if (batch.Broken is not { } at) continue;
            return new LivesResult(lived, lived * EventsPerLife, tokens, saves, Shortest(SeedOf(seed, first + at)));
        }

        return new LivesResult(lives, lives * EventsPerLife, tokens, saves, Failure: null);
    }

    private static int CountOf(long lives, int number) => (int)Math.Min(Batch, lives - ((long)number * Batch));

    /// <summary>They come in any order; which promise was broken first must not hang on that.</summary>
    private static IEnumerable<BatchSums> InOrder(IEnumerable<(int Number, BatchSums Sums)> batches)
    {
        var early = new Dictionary<int, BatchSums>();
        var next = 0;
        foreach (var (number, sums) in batches)
        {
            early.Add(number, sums);
            for (; early.Remove(next, out var one); next++) yield return one;
        }
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
