using System.Collections.Concurrent;
using HilBench.Lab.Bus;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace HilBench.Lab.Shards;

/// <summary>Takes shards from the queue of its build and lives them, several at a time.</summary>
public sealed class ShardWorker
{
    private static readonly TimeSpan AfterARefusal = TimeSpan.FromSeconds(1);

    private readonly string _build;
    private readonly string _name;
    private readonly ShardQueue _queue;
    private readonly ShardDesk _desk;
    private readonly JobsSeen _jobs;
    private readonly Bucket<WorkerCard> _cards;
    private readonly ConcurrentDictionary<string, ShardKey> _at = new(StringComparer.Ordinal);

    /// <param name="bus">The connection.</param>
    /// <param name="kinds">What it can do.</param>
    /// <param name="tell">Told in one line what people may want to know.</param>
    public ShardWorker(LabBus bus, IReadOnlyList<ShardKind> kinds, Action<string> tell)
        : this(bus, kinds, tell, ShardBuild.Here)
    {
    }

    internal ShardWorker(LabBus bus, IReadOnlyList<ShardKind> kinds, Action<string> tell, string build)
    {
        _build = build;
        _name = $"{bus.Address.User}.{Guid.NewGuid():N}";
        _queue = new ShardQueue(bus);
        _jobs = new JobsSeen(bus);
        _desk = new ShardDesk(bus, _jobs, kinds, _name, tell);
        _cards = new Bucket<WorkerCard>(bus, ShardBuckets.Workers);
    }

    /// <summary>Whose work it takes; everybody's unless it is said.</summary>
    public Func<string, bool> Accepts { get; init; } = static _ => true;

    /// <summary>Works until it is stopped; what it was at then is given back at once.</summary>
    /// <exception cref="LabException">The broker does not let it work.</exception>
    public async Task Run(int threads, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] all =
        [
            _jobs.Follow(end.Token), TellOfItself(threads, end.Token),
            .. Enumerable.Range(0, threads).Select(_ => Work(end.Token)),
        ];
        var first = await Task.WhenAny(all);
        await end.CancelAsync();
        try
        {
            await Task.WhenAll(all);
        }
        catch (OperationCanceledException)
        {
            // It was stopped; what went wrong before that is told below.
        }

        await Leave();
        if (!stop.IsCancellationRequested) await first;
    }

    private async Task Work(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await _queue.Next(_build, stop) is not { } message) continue;
            try
            {
                await Take(message, stop);
            }
            catch (Exception wrong) when (LabBus.IsPassing(wrong, stop))
            {
                // The broker went away; it gives the shard to somebody once more.
                await LabBus.Breathe(stop);
            }
        }
    }

    private async Task Take(INatsJSMsg<byte[]> message, CancellationToken stop)
    {
        var key = ShardKey.OfSubject(message.Subject);
        if (key is null || key.Build != _build)
            await message.AckTerminateAsync(cancellationToken: stop);
        else if (!Accepts(key.User))
        {
            // Others who wait for work get it first.
            await message.NakAsync(cancellationToken: stop);
            await Task.Delay(AfterARefusal, stop);
        }
        else if (!_at.TryAdd(key.OfResult, key))
            await message.NakAsync(new AckOpts { NakDelay = ShardQueue.Patience / 2 }, stop);
        else
        {
            try
            {
                await _desk.Do(message, key, stop);
            }
            finally
            {
                _at.TryRemove(key.OfResult, out _);
            }
        }
    }

    private async Task TellOfItself(int threads, CancellationToken stop)
    {
        while (true)
        {
            string[] at = [.. _at.Values.Select(key => key.OfJob).Distinct().Order(StringComparer.Ordinal)];
            await _cards.Put(_name, new WorkerCard { Build = _build, Threads = threads, At = at }, stop);
            await Task.Delay(WorkerCard.Often, stop);
        }
    }

    private async Task Leave()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await _cards.Delete(_name, soon.Token);
        }
        catch (Exception wrong) when (wrong is OperationCanceledException or NatsException or LabException)
        {
            // The card goes with its age.
        }
    }
}
