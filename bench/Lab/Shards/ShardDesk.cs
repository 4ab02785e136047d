using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using HilBench.Input;
using HilBench.Lab.Bus;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace HilBench.Lab.Shards;

/// <summary>Does one shard after the other: from the message to the result that the broker has.</summary>
internal sealed class ShardDesk(
    LabBus bus, JobsSeen jobs, IReadOnlyList<ShardKind> kinds, string worker, Action<string> tell)
{
    /// <summary>A shard that was begun so often and never came back kills those who live it.</summary>
    private const int MostBegun = 10;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SignOfLife = ShardQueue.Patience / 4;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterAFailure = TimeSpan.FromSeconds(1);

    private readonly Bucket<DoneShard> _done = new(bus, ShardBuckets.Done);
    private readonly ConcurrentDictionary<string, ShardLife> _lives = new(StringComparer.Ordinal);

    public async Task Do(INatsJSMsg<byte[]> message, ShardKey key, CancellationToken stop)
    {
        if (await jobs.Of(key.OfJob, stop) is not { } job || key.Number >= job.Shards)
        {
            await message.AckTerminateAsync(cancellationToken: stop);
            return;
        }

        if (await _done.Get(key.OfResult, stop) is { Value: not null })
        {
            await message.AckAsync(cancellationToken: stop);
            return;
        }

        try
        {
            if (await Result(message, key, job, stop) is not { } bytes) return;
            await HandIn(key, bytes, stop);
            await message.AckAsync(cancellationToken: stop);
        }
        catch (OperationCanceledException)
        {
            // Who stops this worker does not wait for it long, and the next one gets the shard at once.
            await Soon(soon => stop.IsCancellationRequested
                ? message.NakAsync(cancellationToken: soon) : message.AckTerminateAsync(cancellationToken: soon));
            stop.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Null when nothing came of it, which was told then.</summary>
    private async Task<byte[]?> Result(
        INatsJSMsg<byte[]> message, ShardKey key, JobCard job, CancellationToken stop)
    {
        try
        {
            Forget();
            if (message.Metadata?.NumDelivered > 1) await BeginAgain(key, stop);
            return await Lived(message, key, await LifeOf(key, job, stop), stop);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            await Fail(message, key, job, OneLine.Whole(wrong.Message), stop);
            return null;
        }
    }

    /// <summary>Somebody had it before, and may have died of it.</summary>
    private async Task BeginAgain(ShardKey key, CancellationToken stop)
    {
        var before = await _done.All($"{key.OfResult}.*", stop);
        if (before.Count(one => one.Value is { IsBegun: true }) >= MostBegun)
            throw new LabException($"it was begun {MostBegun} times and never ended");
        await _done.Put(
            $"{key.OfResult}.{Guid.NewGuid():N}", new DoneShard { Worker = worker, IsBegun = true }, stop);
    }

    private async Task<ShardLife> LifeOf(ShardKey key, JobCard job, CancellationToken stop)
    {
        if (_lives.TryGetValue(key.OfJob, out var known)) return known;
        var kind = kinds.FirstOrDefault(one => one.Name == job.Kind)
            ?? throw new LabException($"nobody here knows work of the kind \"{OneLine.Beginning(job.Kind)}\"");
        var text = job.Text is null ? null : await job.Text.Open(bus, stop);
        if (text is null) throw new LabException("what is to be done cannot be read");
        var life = kind.Read(Encoding.UTF8.GetString(text));
        if (_lives.TryAdd(key.OfJob, life)) tell($"works for {key.User}: {OneLine.Beginning(job.Title)}");
        return life;
    }

    /// <summary>Jobs for which nobody waits any more.</summary>
    private void Forget()
    {
        foreach (var job in _lives.Keys.Where(jobs.IsGone)) _lives.TryRemove(job, out _);
    }

    /// <summary>Lives it on a thread of its own, and says meanwhile that it does.</summary>
    private async Task<byte[]> Lived(
        INatsJSMsg<byte[]> message, ShardKey key, ShardLife life, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var living = Task.Factory.StartNew(
            () => life(key.Number, end.Token), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        var told = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(living, Task.Delay(Poll, CancellationToken.None)) != living)
        {
            if (jobs.IsGone(key.OfJob)) await end.CancelAsync();
            if (Stopwatch.GetElapsedTime(told) < SignOfLife) continue;
            told = Stopwatch.GetTimestamp();
            await Soon(soon => message.AckProgressAsync(cancellationToken: soon));
        }

        return await living;
    }

    /// <summary>Comes before it is said to be done: between the two the shard may at most be lived once more.</summary>
    private async Task HandIn(ShardKey key, byte[] bytes, CancellationToken stop)
    {
        var name = $"{key}.{Guid.NewGuid():N}";
        var parcel = await Parcel.Send(bus, name, bytes, stop);
        var result = new DoneShard { Result = parcel, Worker = worker };
        var isFirst = await _done.Create(key.OfResult, result, stop) is not null;
        // Whoever waited may have gone meanwhile: first the job goes, and then what is there of results.
        if (isFirst && !await jobs.IsThere(key.OfJob, stop)) await _done.Delete(key.OfResult, stop);
        else if (isFirst) return;
        await parcel.Forget(bus, stop);
    }

    private async Task Fail(
        INatsJSMsg<byte[]> message, ShardKey key, JobCard job, string why, CancellationToken stop)
    {
        tell($"{key.User}: {OneLine.Beginning(job.Title)}: shard {key.Number}: {why}");
        var given = (message.Metadata?.NumDelivered ?? 0).ToString(CultureInfo.InvariantCulture);
        var failure = new DoneShard { Worker = worker, Error = why };
        await _done.Put($"{key.OfResult}.{worker[(worker.IndexOf('.') + 1)..]}-{given}", failure, stop);
        await message.NakAsync(new AckOpts { NakDelay = AfterAFailure }, stop);
    }

    private static async Task Soon(Func<CancellationToken, ValueTask> work)
    {
        using var soon = new CancellationTokenSource(Grace);
        try
        {
            await work(soon.Token).AsTask().WaitAsync(soon.Token);
        }
        catch (Exception wrong) when (wrong is OperationCanceledException or NatsException or IOException)
        {
            // The broker is away: when it is back it gives the shard to somebody once more.
        }
    }
}
