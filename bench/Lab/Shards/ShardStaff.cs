using System.Diagnostics;
using HilBench.Lab.Bus;

namespace HilBench.Lab.Shards;

/// <summary>Who works in the lab, as somebody sees it who waits for results.</summary>
internal sealed class ShardStaff(LabBus bus, Action<string> tell)
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);

    /// <summary>Workers that are just starting are not missed yet.</summary>
    private static readonly TimeSpan MissedAfter = TimeSpan.FromSeconds(3);

    private readonly Bucket<WorkerCard> _cards = new(bus, ShardBuckets.Workers);
    private long _looked;
    private long _missing;
    private bool _isTold;
    private volatile int _threads;
    private volatile int _at;

    /// <summary>Shards that can be lived at the same time.</summary>
    public int Threads => _threads;

    /// <summary>Workers that live shards of the job.</summary>
    public int At => _at;

    /// <summary>Looks who is there, now and then.</summary>
    public async Task Look(string build, string job, CancellationToken stop)
    {
        if (_looked != 0 && Stopwatch.GetElapsedTime(_looked) < Often) return;
        var all = (await _cards.All(">", stop))
            .Where(one => one.Value is not null && bus.Now - one.Written < WorkerCard.GoneAfter)
            .Select(one => one.Value!).ToArray();
        _looked = Stopwatch.GetTimestamp();
        WorkerCard[] ours = [.. all.Where(one => one.Build == build)];
        _threads = ours.Sum(one => Math.Clamp(one.Threads, 0, 1_000));
        _at = ours.Count(one => one.At.Contains(job));
        Tell(ours.Length, all.Length);
    }

    private void Tell(int ours, int all)
    {
        if (ours > 0)
        {
            if (_isTold) tell("a worker has come");
            (_isTold, _missing) = (false, 0);
            return;
        }

        if (_missing == 0) _missing = Stopwatch.GetTimestamp();
        if (_isTold || Stopwatch.GetElapsedTime(_missing) < MissedAfter) return;
        _isTold = true;
        tell(all == 0
            ? "no worker is in the lab; waiting for one: hilbench lab join --nats … --shards N"
            : $"the workers in the lab ({all}) are of another build of hilbench than this; "
                + "waiting for one of this build");
    }
}
