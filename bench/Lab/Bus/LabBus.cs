using System.Collections.Concurrent;
using System.Diagnostics;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.KeyValueStore;
using NATS.Client.ObjectStore;

namespace HilBench.Lab.Bus;

/// <summary>
/// The connection of one process to the broker of its lab. It comes back by itself when the broker was away, and makes
/// what the broker has lost meanwhile.
/// </summary>
public sealed class LabBus : IAsyncDisposable
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Resigned = TimeSpan.FromSeconds(30);

    private readonly NatsConnection _connection;
    private readonly NatsJSContext _stream;
    private readonly NatsKVContext _values;
    private readonly NatsObjContext _objects;
    private readonly ConcurrentDictionary<string, Task<INatsKVStore>> _stores = new(StringComparer.Ordinal);
    private readonly BrokerClock _clock;
    private readonly CancellationTokenSource _end = new();
    private Task _keepingTime = Task.CompletedTask;
    private CancellationTokenSource _untilReconnected = new();
    private Task<INatsObjStore>? _parcels;
    private long _connectedSince;
    private volatile bool _isConnected;
    private volatile bool _wasAway;
    private volatile string? _forbidden;

    private LabBus(LabAddress address, string name, LabPace pace)
    {
        (Address, Pace) = (address, pace);
        _connection = new NatsConnection(OptionsOf(address, name, pace));
        _stream = new NatsJSContext(_connection);
        _values = new NatsKVContext(_stream);
        _objects = new NatsObjContext(_stream);
        _clock = new BrokerClock(new Bucket<ClockMark>(this, BucketSettings.Clock), name);
        _connection.ConnectionOpened += (_, _) => Opened();
        _connection.ConnectionDisconnected += (_, _) => Closed();
        _connection.ServerError += (_, wrong) => Refused(wrong.Error);
    }

    public LabAddress Address { get; }

    /// <summary>How often the processes of this lab tell of themselves.</summary>
    public LabPace Pace { get; }

    /// <summary>The broker is there, as far as this process knows.</summary>
    public bool IsConnected => _isConnected;

    /// <summary>How long the broker has been there without a break; zero while it is not.</summary>
    public TimeSpan ConnectedFor => _isConnected ? Stopwatch.GetElapsedTime(_connectedSince) : TimeSpan.Zero;

    /// <summary>
    /// How long the broker has been back after it was away; zero while it is away, for ever when it never was.
    /// </summary>
    public TimeSpan BackFor => !_isConnected ? TimeSpan.Zero
        : _wasAway ? Stopwatch.GetElapsedTime(_connectedSince) : TimeSpan.MaxValue;

    /// <summary>The time by the broker's clock, UTC: that of this machine may be wrong.</summary>
    public DateTime Now => _clock.Now;

    /// <summary>Cancelled when the broker has come back after it was away.</summary>
    internal CancellationToken UntilReconnected => Volatile.Read(ref _untilReconnected).Token;

    internal INatsJSContext Stream => _stream;

    /// <summary>Connects.</summary>
    /// <param name="address">Where the broker is.</param>
    /// <param name="name">Who this is: a bench, or a user.</param>
    /// <param name="waits">Told in one line why it waits; null = it does not wait for a broker that is away.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <param name="pace">The usual one unless given.</param>
    /// <exception cref="LabException">There is no broker, or it lets this user not in.</exception>
    public static async Task<LabBus> Open(
        LabAddress address, string name, Action<string>? waits, CancellationToken stop, LabPace? pace = null)
    {
        var bus = new LabBus(address, name, pace ?? new LabPace());
        try
        {
            string? told = null;
            while (true)
            {
                try
                {
                    await bus._connection.ConnectAsync().AsTask().WaitAsync(stop);
                    await bus._clock.Set(stop).WaitAsync(Patience, stop);
                    bus._keepingTime = bus.KeepTime();
                    return bus;
                }
                catch (Exception wrong) when (wrong is NatsException or TimeoutException)
                {
                    var why = $"{address.Shown}: {WhyNot(wrong)}";
                    if (waits is null) throw new LabException(why);
                    if (why != told) waits(why + "; trying again until it answers");
                    told = why;
                    await Task.Delay(TimeSpan.FromSeconds(1), stop);
                }
            }
        }
        catch
        {
            await bus.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does something that needs the broker, and waits for it while it is away.</summary>
    /// <exception cref="LabException">The broker refuses, or does not answer though it is there.</exception>
    internal async Task<T> Patiently<T>(Func<Task<T>> work, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var forbidden = _forbidden;
            try
            {
                return await work().WaitAsync(stop);
            }
            catch (NatsPayloadTooLargeException)
            {
                throw new LabException(
                    $"{Address.Shown}: the broker takes no message as large as this; it must take 1 MB (max_payload)");
            }
            catch (Exception wrong) when (IsPassing(wrong, stop))
            {
                if (_forbidden is { } now && !ReferenceEquals(now, forbidden))
                    throw new LabException($"{Address.Shown}: the broker does not let {Address.User} do this: {now}");
                if (Stopwatch.GetElapsedTime(began) > Resigned && ConnectedFor > Resigned)
                    throw new LabException($"{Address.Shown}: the broker does not answer ({wrong.Message})");
                await Breathe(stop);
            }
            catch (NatsJSApiException refused)
            {
                throw new LabException($"{Address.Shown}: the broker refuses: {refused.Error.Description}");
            }
        }
    }

    /// <summary>The broker is away, or is just coming back: what fails for that reason is done once more.</summary>
    internal static bool IsPassing(Exception wrong, CancellationToken stop) =>
        !stop.IsCancellationRequested && wrong switch
        {
            NatsJSApiException api => api.Error.Code is 503 or 504 or 408 || api.Error.ErrCode is StreamNotFound,
            OperationCanceledException or NatsException or TimeoutException or IOException => true,
            _ => false,
        };

    internal static Task Breathe(CancellationToken stop) => Task.Delay(Breath, stop);

    /// <summary>A bucket, made where the broker has none.</summary>
    internal async ValueTask<INatsKVStore> Store(NatsKVConfig settings, CancellationToken stop)
    {
        var made = _stores.GetOrAdd(settings.Bucket, _ => Make(settings));
        try
        {
            return await made.WaitAsync(stop);
        }
        catch when (made.IsFaulted || made.IsCanceled)
        {
            _stores.TryRemove(new KeyValuePair<string, Task<INatsKVStore>>(settings.Bucket, made));
            throw;
        }
    }

    /// <summary>Where what is too large for a message is kept.</summary>
    internal async Task<INatsObjStore> Parcels(CancellationToken stop)
    {
        var made = Volatile.Read(ref _parcels);
        if (made is null || made.IsFaulted || made.IsCanceled)
            Volatile.Write(ref _parcels, made = MakeParcels());
        return await made.WaitAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _keepingTime;
        await _connection.DisposeAsync();
        _untilReconnected.Dispose();
        _end.Dispose();
    }

    private const int StreamNotFound = 10059;

    private async Task<INatsKVStore> Make(NatsKVConfig settings)
    {
        try
        {
            return await _values.GetStoreAsync(settings.Bucket);
        }
        catch (NatsJSApiException none) when (none.Error.ErrCode == StreamNotFound)
        {
            return await _values.CreateStoreAsync(settings);
        }
    }

    private async Task<INatsObjStore> MakeParcels()
    {
        try
        {
            return await _objects.GetObjectStoreAsync(BucketSettings.Parcels.Bucket);
        }
        catch (NatsJSApiException none) when (none.Error.ErrCode == StreamNotFound)
        {
            return await _objects.CreateObjectStoreAsync(BucketSettings.Parcels);
        }
    }

    private ValueTask Opened()
    {
        _connectedSince = Stopwatch.GetTimestamp();
        _isConnected = true;
        _stores.Clear();
        Volatile.Write(ref _parcels, null);
        // Whoever follows something begins again. It is not disposed: somebody may be about to ask it for its token.
        Interlocked.Exchange(ref _untilReconnected, new CancellationTokenSource()).Cancel();
        if (_wasAway) _ = SetClock();
        return ValueTask.CompletedTask;
    }

    private async Task KeepTime()
    {
        while (!_end.IsCancellationRequested)
        {
            await Task.WhenAny(Task.Delay(Pace.ClockEvery, _end.Token));
            if (_isConnected && !_end.IsCancellationRequested) await SetClock();
        }
    }

    /// <summary>It may be another machine that answers now.</summary>
    private async Task SetClock()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        patience.CancelAfter(Patience);
        try
        {
            await _clock.Set(patience.Token);
        }
        catch (Exception wrong) when (wrong is OperationCanceledException or LabException or ObjectDisposedException)
        {
            // The clock that was set before is as good.
        }
    }

    private ValueTask Closed()
    {
        (_isConnected, _wasAway) = (false, true);
        return ValueTask.CompletedTask;
    }

    private ValueTask Refused(string wrong)
    {
        // A text of its own each time, so that the next one is another.
        if (wrong.Contains("Permissions Violation", StringComparison.OrdinalIgnoreCase))
            _forbidden = new string(Input.OneLine.Whole(wrong));
        return ValueTask.CompletedTask;
    }

    private static NatsOpts OptionsOf(LabAddress address, string name, LabPace pace) => NatsOpts.Default with
    {
        Url = string.Join(',', address.Servers.Select(server => $"{server.Scheme}://{server.Authority}")),
        Name = $"hilbench {name}",
        // The broker lets each user hear its own answers alone.
        InboxPrefix = $"_INBOX.{address.User}",
        AuthOpts = address.Password is { } password
            ? NatsAuthOpts.Default with { Username = address.User, Password = password } : NatsAuthOpts.Default,
        TlsOpts = NatsTlsOpts.Default with
        {
            Mode = address.IsEncrypted ? TlsMode.Require : TlsMode.Disable,
            CaFile = address.Authority,
        },
        MaxReconnectRetry = -1,
        // A password that is refused today may be put right while the benches go on.
        IgnoreAuthErrorAbort = true,
        ReconnectWaitMin = TimeSpan.FromMilliseconds(100),
        ReconnectWaitMax = TimeSpan.FromSeconds(1),
        ReconnectJitter = TimeSpan.FromMilliseconds(100),
        PingInterval = pace.Ping,
        MaxPingOut = 2,
        RequestTimeout = Patience,
        CommandTimeout = Patience,
        ConnectTimeout = Patience,
        SubPendingChannelCapacity = 1 << 16,
    };

    private static string WhyNot(Exception wrong)
    {
        var whole = wrong.InnerException is { } inner ? $"{wrong.Message} {inner.Message}" : wrong.Message;
        if (whole.Contains("Authorization", StringComparison.OrdinalIgnoreCase))
            return "the broker does not let this user in; name a file with user:password, --login FILE";
        if (whole.Contains("TLS authentication", StringComparison.OrdinalIgnoreCase))
            return "the certificate of the broker is not trusted here; name who signed it, --ca FILE";
        if (wrong is TimeoutException || whole.Contains("No responders", StringComparison.OrdinalIgnoreCase))
        {
            return "the broker does not answer as one with JetStream does; start nats-server with -js, or with a block "
                + "jetstream in its configuration";
        }

        return $"no broker answers ({Input.OneLine.Whole(whole)})";
    }
}
