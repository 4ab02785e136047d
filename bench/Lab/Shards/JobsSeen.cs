using System.Collections.Concurrent;
using System.Diagnostics;
using HilBench.Lab.Bus;

namespace HilBench.Lab.Shards;

/// <summary>The jobs of the lab as a worker knows them: which there are, and for which nobody waits any more.</summary>
internal sealed class JobsSeen(LabBus bus)
{
    private readonly Bucket<JobCard> _jobs = new(bus, ShardBuckets.Jobs);
    private readonly ConcurrentDictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    /// <summary>Keeps up with the lab until it is stopped.</summary>
    public Task Follow(CancellationToken stop) => _jobs.Follow(">", Note, stop);

    /// <summary>A job; null when there is none, or nobody waits for it.</summary>
    public async Task<JobCard?> Of(string key, CancellationToken stop)
    {
        if (_seen.TryGetValue(key, out var seen)) return IsGone(key) ? null : seen.Card;
        // A shard may come a moment before the job it belongs to.
        if (await _jobs.Get(key, stop) is not { Value: { } card } kept) return null;
        if (bus.Now - kept.Written > JobCard.GoneAfter) return null;
        _seen.TryAdd(key, new Seen(card, Stopwatch.GetTimestamp()));
        return card;
    }

    /// <summary>Whether the broker has the job at this moment.</summary>
    public async Task<bool> IsThere(string key, CancellationToken stop) =>
        await _jobs.Get(key, stop) is { Value: not null };

    /// <summary>Nobody waits for its results any more. While the broker is away nobody can know.</summary>
    public bool IsGone(string key)
    {
        if (!_seen.TryGetValue(key, out var seen)) return true;
        var silence = Stopwatch.GetElapsedTime(seen.At);
        return (silence < bus.ConnectedFor ? silence : bus.ConnectedFor) > JobCard.GoneAfter;
    }

    private void Note(Kept<JobCard> one)
    {
        if (one.Value is { } card) _seen[one.Key] = new Seen(card, Stopwatch.GetTimestamp());
        else _seen.TryRemove(one.Key, out _);
    }

    private sealed record Seen(JobCard Card, long At);
}
