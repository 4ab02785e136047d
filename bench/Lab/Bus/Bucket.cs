using System.Text.Json;
using NATS.Client.Core;
using NATS.Client.KeyValueStore;

namespace HilBench.Lab.Bus;

/// <summary>
/// Values of one kind, by key. While the broker is away every call waits for it, and what was done meanwhile by others
/// is found out before anything is done twice.
/// </summary>
/// <param name="bus">The connection.</param>
/// <param name="settings">How the broker keeps it.</param>
public sealed class Bucket<T>(LabBus bus, NatsKVConfig settings)
    where T : class
{
    /// <summary>A follower whose broker says nothing for twice as long asks anew.</summary>
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>Writes a value, whatever was there.</summary>
    /// <returns>Its revision.</returns>
    public Task<ulong> Put(string key, T value, CancellationToken stop) =>
        bus.Patiently(async () => await (await Store(stop)).PutAsync(key, Bytes(value), cancellationToken: stop), stop);

    /// <summary>Writes a value where there is none.</summary>
    /// <returns>The revision; null when there is one already, which is left as it is.</returns>
    public Task<ulong?> Create(string key, T value, CancellationToken stop) =>
        Change(
            key, value, async (store, bytes) => await store.TryCreateAsync(key, bytes, cancellationToken: stop), stop);

    /// <summary>Writes a value in place of the one that was seen.</summary>
    /// <returns>The revision; null when somebody else has changed it since.</returns>
    public Task<ulong?> Update(string key, T value, ulong seen, CancellationToken stop) => Change(
        key, value, async (store, bytes) => await store.TryUpdateAsync(key, bytes, seen, cancellationToken: stop),
        stop);

    /// <summary>The value of a key; null when there is none.</summary>
    public Task<Kept<T>?> Get(string key, CancellationToken stop) => bus.Patiently(
        async () =>
        {
            var found = await (await Store(stop)).TryGetEntryAsync<byte[]>(key, cancellationToken: stop);
            if (found.Success) return Of(found.Value);
            if (found.Error is NatsKVKeyNotFoundException or NatsKVKeyDeletedException) return null;
            throw found.Error;
        },
        stop);

    /// <summary>Takes a value away.</summary>
    public Task Delete(string key, CancellationToken stop) => bus.Patiently(
        async () =>
        {
            // Not purged: nats-server 2.9.10 then skips values of other keys for those who follow the bucket.
            await (await Store(stop)).DeleteAsync(key, cancellationToken: stop);
            return true;
        },
        stop);

    /// <summary>All values there are now.</summary>
    /// <param name="filter">A key, or with <c>*</c> for a part and <c>&gt;</c> for the rest.</param>
    /// <param name="stop">Ends it.</param>
    public Task<IReadOnlyList<Kept<T>>> All(string filter, CancellationToken stop) => bus.Patiently(
        async () =>
        {
            var all = new List<Kept<T>>();
            using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var options = new NatsKVWatchOpts
            {
                IgnoreDeletes = true,
                OnNoData = _ =>
                {
                    end.Cancel();
                    return ValueTask.FromResult(true);
                },
            };
            var store = await Store(stop);
            var entries = store.WatchAsync<byte[]>(filter, opts: options, cancellationToken: end.Token);
            await foreach (var entry in Safely(entries, end.Token))
            {
                all.Add(Of(entry)!);
                if (entry.Delta == 0) break;
            }

            stop.ThrowIfCancellationRequested();
            return (IReadOnlyList<Kept<T>>)all;
        },
        stop);

    /// <summary>
    /// Tells of every value there is, and then of every change, until it is stopped. After the broker was away it tells
    /// of what is there once more, where it changed.
    /// </summary>
    /// <param name="filter">As for <see cref="All"/>.</param>
    /// <param name="seen">Told of each; one call after the other.</param>
    /// <param name="stop">Ends it.</param>
    public async Task Follow(string filter, Action<Kept<T>> seen, CancellationToken stop)
    {
        var last = new Dictionary<string, (ulong, DateTime)>(StringComparer.Ordinal);
        while (!stop.IsCancellationRequested)
        {
            using var again = CancellationTokenSource.CreateLinkedTokenSource(stop, bus.UntilReconnected);
            try
            {
                var store = await Store(again.Token);
                await foreach (var entry in store.WatchAsync<byte[]>(
                    filter, opts: new NatsKVWatchOpts { IdleHeartbeat = Pulse }, cancellationToken: again.Token))
                {
                    var one = Of(entry)!;
                    if (last.TryGetValue(one.Key, out var known) && known == (one.Revision, one.Written)) continue;
                    last[one.Key] = (one.Revision, one.Written);
                    seen(one);
                }
            }
            catch (Exception wrong) when (LabBus.IsPassing(wrong, stop))
            {
                await LabBus.Breathe(stop);
            }
        }
    }

    private static byte[] Bytes(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json);

    private static Kept<T> Of(NatsKVEntry<byte[]> entry) => new(
        entry.Key,
        entry is { Operation: NatsKVOperation.Put, Value: { } bytes } ? Read(bytes) : null,
        entry.Revision,
        entry.Created.UtcDateTime);

    /// <summary>What somebody else wrote may be anything.</summary>
    private static T? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// An answer may be lost when the value was written: then it is found there, with these bytes, and counts as ours.
    /// </summary>
    private Task<ulong?> Change(
        string key, T value, Func<INatsKVStore, byte[], Task<NatsResult<ulong>>> change, CancellationToken stop)
    {
        var bytes = Bytes(value);
        var isAgain = false;
        return bus.Patiently<ulong?>(
            async () =>
            {
                var store = await Store(stop);
                if (isAgain && await Ours(store) is { } written) return written;
                isAgain = true;
                var result = await change(store, bytes);
                if (result.Success) return result.Value;
                if (result.Error is NatsKVCreateException or NatsKVWrongLastRevisionException) return await Ours(store);
                throw result.Error;
            },
            stop);

        async Task<ulong?> Ours(INatsKVStore store)
        {
            var found = await store.TryGetEntryAsync<byte[]>(key, cancellationToken: stop);
            return found.Success && found.Value.Value.AsSpan().SequenceEqual(bytes) ? found.Value.Revision : null;
        }
    }

    private ValueTask<INatsKVStore> Store(CancellationToken stop) => bus.Store(settings, stop);

    private static async IAsyncEnumerable<NatsKVEntry<byte[]>> Safely(
        IAsyncEnumerable<NatsKVEntry<byte[]>> entries,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken end)
    {
        await using var all = entries.GetAsyncEnumerator(end);
        while (true)
        {
            try
            {
                if (!await all.MoveNextAsync()) yield break;
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                yield break;
            }

            yield return all.Current;
        }
    }
}
