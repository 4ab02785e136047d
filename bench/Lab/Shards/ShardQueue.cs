using HilBench.Lab.Bus;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace HilBench.Lab.Shards;

/// <summary>
/// The shards that wait: messages without content, each given to one worker, and to the next when that one dies.
/// </summary>
internal sealed class ShardQueue(LabBus bus)
{
    /// <summary>Without a sign of life for so long a worker is dead, and its shard is given to another.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string Name = "hilbench-shards";
    private const int NoStream = 10059;

    private static readonly TimeSpan Ask = TimeSpan.FromSeconds(20);

    private static readonly StreamConfig Settings = new(Name, [$"{ShardKey.Prefix}.>"])
    {
        Retention = StreamConfigRetention.Workqueue,
        Storage = StreamConfigStorage.File,
        MaxAge = TimeSpan.FromDays(1),
        MaxBytes = 64_000_000,
        DuplicateWindow = TimeSpan.FromMinutes(2),
    };

    private readonly SemaphoreSlim _one = new(1);
    private Made<INatsJSStream>? _stream;
    private Made<INatsJSConsumer>? _consumer;

    /// <summary>Puts a shard into the queue.</summary>
    /// <param name="key">Which.</param>
    /// <param name="round">The same shard is put into it once in each round, however often it is tried.</param>
    /// <param name="stop">Ends the waiting for a broker.</param>
    public Task Publish(ShardKey key, int round, CancellationToken stop) => bus.Patiently(
        async () =>
        {
            await Stream(stop);
            var options = new NatsJSPubOpts { MsgId = $"{key}.{round}" };
            var told = await bus.Stream.PublishAsync<byte[]>(
                key.Subject, [], opts: options, cancellationToken: stop);
            if (!told.Duplicate) told.EnsureSuccess();
            return true;
        },
        stop);

    /// <summary>The shards of a job that wait, or are at a worker.</summary>
    public Task<HashSet<int>> Waiting(string user, string build, string job, CancellationToken stop) => bus.Patiently(
        async () =>
        {
            await Stream(stop);
            var request = new StreamInfoRequest { SubjectsFilter = ShardKey.AllOf(user, build, job) };
            var stream = await bus.Stream.GetStreamAsync(Name, request, stop);
            return (stream.Info.State.Subjects?.Keys ?? [])
                .Select(ShardKey.OfSubject).OfType<ShardKey>().Select(key => key.Number).ToHashSet();
        },
        stop);

    /// <summary>The next shard for a worker of this build; null when none came for a while.</summary>
    public async Task<INatsJSMsg<byte[]>?> Next(string build, CancellationToken stop)
    {
        using var again = CancellationTokenSource.CreateLinkedTokenSource(stop, bus.UntilReconnected);
        try
        {
            var consumer = await bus.Patiently(() => Consumer(build, again.Token), again.Token);
            return await consumer.NextAsync<byte[]>(opts: new NatsJSNextOpts { Expires = Ask },
                cancellationToken: again.Token);
        }
        catch (Exception wrong) when (LabBus.IsPassing(wrong, stop))
        {
            _consumer = null;
            await LabBus.Breathe(stop);
            return null;
        }
    }

    private async Task<INatsJSStream> Stream(CancellationToken stop)
    {
        var connection = bus.UntilReconnected;
        if (_stream is { } known && known.Connection == connection) return known.It;
        INatsJSStream stream;
        try
        {
            stream = await bus.Stream.GetStreamAsync(Name, cancellationToken: stop);
        }
        catch (NatsJSApiException none) when (none.Error.ErrCode == NoStream)
        {
            stream = await bus.Stream.CreateStreamAsync(Settings, stop);
        }

        _stream = new Made<INatsJSStream>(connection, stream);
        return stream;
    }

    /// <summary>One for all workers of a build; the broker forgets it when none of them asked for an hour.</summary>
    private async Task<INatsJSConsumer> Consumer(string build, CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            var connection = bus.UntilReconnected;
            if (_consumer is { } known && known.Connection == connection) return known.It;
            await Stream(stop);
            var consumer = await bus.Stream.CreateOrUpdateConsumerAsync(
                Name,
                new ConsumerConfig($"workers-{build}")
                {
                    FilterSubject = ShardKey.AllOf(build),
                    AckPolicy = ConsumerConfigAckPolicy.Explicit,
                    AckWait = Patience,
                    MaxAckPending = 10_000,
                    InactiveThreshold = TimeSpan.FromHours(1),
                },
                stop);
            _consumer = new Made<INatsJSConsumer>(connection, consumer);
            return consumer;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What was found or made over one connection; the next may be to a broker that has lost it.</summary>
    private sealed record Made<T>(CancellationToken Connection, T It);
}
