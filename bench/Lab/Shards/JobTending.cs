using System.Diagnostics;
using System.Text;
using HilBench.Lab.Bus;

namespace HilBench.Lab.Shards;

/// <summary>
/// Sees to it that the broker has the job, and enough of its shards: it gives the next ones when results have come, and
/// those again that the broker lost. A few for each worker lie in the queue, so that jobs of others get their turn.
/// </summary>
internal sealed class JobTending : IDisposable
{
    private const int PerThread = 4;
    private const int Fewest = 32;
    private const int Most = 1_024;

    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly LabBus _bus;
    private readonly ShardOrder _order;
    private readonly string _build;
    private readonly string _id;
    private readonly ShardStaff _staff;
    private readonly ShardQueue _queue;
    private readonly Bucket<JobCard> _jobs;
    private readonly Bucket<DoneShard> _done;
    private readonly Lock _lock = new();
    private readonly Queue<int> _next;
    private readonly HashSet<int> _given = [];
    private readonly SemaphoreSlim _changed = new(0);
    private Parcel? _text;
    private int _round;

    public JobTending(
        LabBus bus, ShardOrder order, string build, string id, IReadOnlyList<int> open, ShardStaff staff)
    {
        (_bus, _order, _build, _id, _staff) = (bus, order, build, id, staff);
        (_queue, _jobs) = (new ShardQueue(bus), new Bucket<JobCard>(bus, ShardBuckets.Jobs));
        _done = new Bucket<DoneShard>(bus, ShardBuckets.Done);
        _next = new Queue<int>(open);
    }

    /// <summary>Told of a result that nobody was told of when it came.</summary>
    public Action<Kept<DoneShard>> Found { get; init; } = static _ => { };

    /// <summary>Results that have come and nobody has taken yet; where they are many, nothing more is given.</summary>
    public Func<int> Untaken { get; init; } = static () => 0;

    private string User => _bus.Address.User;

    private string Key => ShardKey.JobKey(User, _id);

    /// <summary>A result has come.</summary>
    public void Has(int number)
    {
        lock (_lock) _given.Remove(number);
    }

    /// <summary>Results were taken: there is room for the next shards.</summary>
    public void Go() => _changed.Release();

    /// <summary>A result had come, and is none.</summary>
    public void Lost(int number)
    {
        Interlocked.Increment(ref _round);
        lock (_lock) _next.Enqueue(number);
    }

    public async Task Run(CancellationToken stop)
    {
        var (written, swept) = (0L, Stopwatch.GetTimestamp());
        var connection = _bus.UntilReconnected;
        while (true)
        {
            var isNew = connection != _bus.UntilReconnected;
            connection = _bus.UntilReconnected;
            if (isNew || written == 0 || Stopwatch.GetElapsedTime(written) > JobCard.Often)
            {
                await Write(stop);
                written = Stopwatch.GetTimestamp();
            }

            if (isNew || Stopwatch.GetElapsedTime(swept) > Sweep)
            {
                await FindLost(stop);
                swept = Stopwatch.GetTimestamp();
            }

            await _staff.Look(_build, Key, stop);
            await Give(stop);
            await _changed.WaitAsync(Pause, stop);
        }
    }

    /// <summary>Nobody waits any more.</summary>
    public async Task TakeAway(CancellationToken stop)
    {
        await _jobs.Delete(Key, stop);
        if (_text is not null) await _text.Forget(_bus, stop);
    }

    public void Dispose() => _changed.Dispose();

    private async Task Write(CancellationToken stop)
    {
        _text ??= await Parcel.Send(_bus, Key, Encoding.UTF8.GetBytes(_order.Text), stop);
        var card = new JobCard
        {
            Kind = _order.Kind, Title = _order.Title, Build = _build, Shards = _order.Shards, Text = _text,
        };
        await _jobs.Put(Key, card, stop);
    }

    /// <summary>
    /// What was given, has no result and is not in the queue: the broker lost it, or a worker let it go, or the result
    /// is there and whoever follows them was not told.
    /// </summary>
    private async Task FindLost(CancellationToken stop)
    {
        int[] given;
        lock (_lock) given = [.. _given];
        var waiting = await _queue.Waiting(User, _build, _id, stop);
        Interlocked.Increment(ref _round);
        foreach (var number in given.Where(number => !waiting.Contains(number)))
        {
            if (await _done.Get(ShardKey.ResultKey(Key, number), stop) is { Value: not null } result) Found(result);
            if (IsGiven(number)) await Publish(number, stop);
        }
    }

    private bool IsGiven(int number)
    {
        lock (_lock) return _given.Contains(number);
    }

    private async Task Give(CancellationToken stop)
    {
        while (true)
        {
            int number;
            lock (_lock)
            {
                var enough = Math.Clamp(_staff.Threads * PerThread, Fewest, Most);
                if (_given.Count + Untaken() >= enough || !_next.TryDequeue(out number)) return;
                _given.Add(number);
            }

            await Publish(number, stop);
        }
    }

    private Task Publish(int number, CancellationToken stop) =>
        _queue.Publish(new ShardKey(User, _build, _id, number), _round, stop);
}
