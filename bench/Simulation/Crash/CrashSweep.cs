using HilBench.Meter;
using HilBench.Simulation.Memory;
using HilBench.Simulation.Trials;

namespace HilBench.Simulation.Crash;

/// <summary>
/// Has parts of a sweep lived elsewhere, with <see cref="CrashSweep.Live"/>, and hands each over once, in any order.
/// </summary>
public delegate IEnumerable<(int Number, CrashResult Result)> CrashesElsewhere(
    IReadOnlyList<int> numbers, CancellationToken stop);

/// <summary>The cuts in every write, under several profiles, on all media.</summary>
public sealed class CrashSweep(
    IReadOnlyList<MeterProfile> profiles, Func<MeterProfile, IFirmware> make, CrashSearch search)
{
    private static readonly Func<ITrialMemory>[] Media =
    [
        static () => new ModelMemory(StoredRecord.SlotBytes), static () => new EepromMemory(StoredRecord.SlotBytes),
        static () => new FileMemory(StoredRecord.SlotBytes),
    ];

    /// <summary>Parts: one for each profile and medium.</summary>
    public int Count => profiles.Count * Media.Length;

    /// <summary>Lives one part.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public CrashResult Live(int number, CancellationToken stop) =>
        new CrashRun(make, Media[number % Media.Length], search) { Stop = stop }.Run(profiles[number / Media.Length]);

    /// <summary>All parts, on as many threads.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<CrashResult> Run(int jobs, CancellationToken stop)
    {
        var results = new CrashResult[Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = stop };
        Parallel.For(0, results.Length, options, i => results[i] = Live(i, stop));
        return results;
    }

    /// <summary>All parts, elsewhere.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<CrashResult> Run(CrashesElsewhere elsewhere, CancellationToken stop)
    {
        var results = new CrashResult[Count];
        foreach (var (number, result) in elsewhere([.. Enumerable.Range(0, Count)], stop)) results[number] = result;
        return results;
    }
}
