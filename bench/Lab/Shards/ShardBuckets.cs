using HilBench.Lab.Bus;
using NATS.Client.KeyValueStore;

namespace HilBench.Lab.Shards;

/// <summary>What the broker keeps of shards, for how long, and how much of it at most.</summary>
internal static class ShardBuckets
{
    /// <summary>Whoever gave the work takes away what is over; this is for those who could not.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static NatsKVConfig Jobs { get; } = BucketSettings.Of("hilbench-jobs", 64) with { MaxAge = Day };

    public static NatsKVConfig Done { get; } = BucketSettings.Of("hilbench-done", 500) with { MaxAge = Day };

    /// <summary>Written again every two seconds, so nothing of it has to be on a disk.</summary>
    public static NatsKVConfig Workers { get; } = BucketSettings.Of("hilbench-workers", 8) with
    {
        MaxAge = TimeSpan.FromMinutes(1), Storage = NatsKVStorageType.Memory,
    };
}
