using NATS.Client.KeyValueStore;
using NATS.Client.ObjectStore;

namespace HilBench.Lab.Bus;

/// <summary>What the broker keeps, for how long, and how much of it at most.</summary>
internal static class BucketSettings
{
    /// <summary>
    /// A night, a weekend and a week of holidays: then verdicts are in reports or of no interest, and a bench is gone.
    /// </summary>
    private static readonly TimeSpan Fortnight = TimeSpan.FromDays(14);

    private const long Megabyte = 1_000_000;

    public static NatsKVConfig Benches { get; } = Of("hilbench-benches", 16) with { MaxAge = Fortnight };

    public static NatsKVConfig Leases { get; } = Of("hilbench-leases", 16);

    public static NatsKVConfig Runs { get; } = Of("hilbench-runs", 16);

    public static NatsKVConfig Work { get; } = Of("hilbench-work", 64);

    public static NatsKVConfig Verdicts { get; } = Of("hilbench-verdicts", 2_000) with { MaxAge = Fortnight };

    public static NatsKVConfig Clock { get; } =
        Of("hilbench-clock", 1) with { Storage = NatsKVStorageType.Memory, MaxAge = TimeSpan.FromDays(1) };

    public static NatsObjConfig Parcels { get; } = new("hilbench-parcels")
    {
        MaxAge = Fortnight, MaxBytes = 2_000 * Megabyte,
    };

    internal static NatsKVConfig Of(string name, long megabytes) =>
        new(name) { History = 1, MaxBytes = megabytes * Megabyte, Storage = NatsKVStorageType.File };
}
