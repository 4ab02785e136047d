using System.Collections.Concurrent;
using HilBench.Input;
using HilBench.Lab.Bus;
using NATS.Client.Core;

namespace HilBench.Lab.Shards;

/// <summary>
/// One job, as the process sees it that waits for its results: it hands each over once, whoever dies meanwhile.
/// </summary>
internal sealed class ShardJob : IDisposable
{
    /// <summary>So often a shard may come to nothing.</summary>
    private const int MostFailures = 3;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly LabBus _bus;
    private readonly ShardOrder _order;
    private readonly string _key;
    private readonly JobTending _tending;
    private readonly Bucket<DoneShard> _done;
    private readonly BlockingCollection<Kept<DoneShard>> _arrived = [];
    private readonly HashSet<int> _left;
    private readonly Dictionary<int, int> _failures = [];
    private readonly ConcurrentQueue<Task> _cleaning = new();

    public ShardJob(LabBus bus, ShardOrder order, IReadOnlyList<int> open, string build, ShardStaff staff)
    {
        var id = Guid.NewGuid().ToString("N")[..12];
        (_bus, _order, _key) = (bus, order, ShardKey.JobKey(bus.Address.User, id));
        _done = new Bucket<DoneShard>(bus, ShardBuckets.Done);
        _left = [.. open];
        _tending = new JobTending(bus, order, build, id, open, staff)
        {
            Untaken = () => _arrived.Count, Found = Arrived,
        };
    }

    /// <summary>Results, in the order in which they come.</summary>
    /// <exception cref="LabException">A shard comes to nothing, or the broker does not allow it.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IEnumerable<(int Number, T Result)> Live<T>(Func<byte[], T> read, CancellationToken stop)
        where T : class
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] background =
        [
            Task.Run(() => _done.Follow($"{_key}.>", Arrived, end.Token), CancellationToken.None),
            Task.Run(() => _tending.Run(end.Token), CancellationToken.None),
        ];
        try
        {
            while (_left.Count > 0)
            {
                stop.ThrowIfCancellationRequested();
                if (background.FirstOrDefault(task => task.IsFaulted) is { } faulted) faulted.GetAwaiter().GetResult();
                if (!_arrived.TryTake(out var one, (int)Look.TotalMilliseconds, stop)) continue;
                if (Taken(one, read, stop) is { } taken) yield return taken;
            }
        }
        finally
        {
            end.Cancel();
            Finish(background);
        }
    }

    public void Dispose()
    {
        _arrived.Dispose();
        _tending.Dispose();
    }

    /// <summary>Told by the broker; nothing is done here that takes time.</summary>
    private void Arrived(Kept<DoneShard> one)
    {
        if (one.Value is null or { IsBegun: true }) return;
        if (one.Value.Error is null && NumberOf(one) is { } number) _tending.Has(number);
        _arrived.Add(one);
    }

    private (int Number, T Result)? Taken<T>(Kept<DoneShard> one, Func<byte[], T> read, CancellationToken stop)
        where T : class
    {
        try
        {
            if (NumberOf(one) is not { } number || !_left.Contains(number)) return null;
            if (one.Value!.Error is { } error)
            {
                Count(number, error);
                return null;
            }

            var bytes = one.Value.Result?.Open(_bus, stop).GetAwaiter().GetResult();
            if (bytes is not null && Read(bytes) is { } result)
            {
                _left.Remove(number);
                return (number, result);
            }

            Count(number, "its result cannot be read");
            _tending.Lost(number);
            return null;
        }
        finally
        {
            Clean(one);
            _tending.Go();
        }

        T? Read(byte[] all)
        {
            try
            {
                return read(all);
            }
            catch (Exception wrong) when (wrong is System.Text.Json.JsonException or InvalidDataException)
            {
                return null;
            }
        }
    }

    private void Count(int number, string why)
    {
        _failures[number] = _failures.GetValueOrDefault(number) + 1;
        if (_failures[number] < MostFailures) return;
        throw new LabException(
            $"{_order.Title}: shard {number} came to nothing {MostFailures} times, at last: {OneLine.Whole(why)}");
    }

    /// <summary>USER.JOB.N, or USER.JOB.N.ATTEMPT for one that came to nothing.</summary>
    private int? NumberOf(Kept<DoneShard> one) => ShardKey.NumberIn(one.Key[(_key.Length + 1)..].Split('.')[0]);

    /// <summary>What was taken is no burden to the broker any more.</summary>
    private void Clean(Kept<DoneShard> one)
    {
        while (_cleaning.TryPeek(out var first) && first.IsCompleted) _cleaning.TryDequeue(out _);
        _cleaning.Enqueue(Gone());

        async Task Gone()
        {
            using var soon = new CancellationTokenSource(Farewell);
            await Quietly(async () =>
            {
                await _done.Delete(one.Key, soon.Token);
                if (one.Value?.Result is { } parcel) await parcel.Forget(_bus, soon.Token);
            });
        }
    }

    private void Finish(Task[] background)
    {
        Task.WhenAll(background).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        foreach (var one in _arrived) Clean(one);
        TakeAway().Wait();
        Task.WhenAll(_cleaning).Wait();
    }

    private Task TakeAway() => Quietly(async () =>
    {
        using var soon = new CancellationTokenSource(Farewell);
        await _tending.TakeAway(soon.Token);
        foreach (var rest in await _done.All($"{_key}.>", soon.Token))
            await _done.Delete(rest.Key, soon.Token);
    });

    private static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception wrong) when (wrong is OperationCanceledException or NatsException or LabException)
        {
            // What is left on the broker goes with its age.
        }
    }
}
