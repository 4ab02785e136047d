using System.Collections.Concurrent;
using System.Text;
using HilBench.Lab.Bus;
using HilBench.Lab.Shards;
using HilBench.Lab.Tests.Broker;

namespace HilBench.Lab.Tests.Shards;

/// <summary>A broker, somebody who gives work, and workers, within this process.</summary>
internal sealed class ShardScene : IAsyncDisposable
{
    public const string Build = "b1";

    private readonly List<Hired> _hired = [];
    private readonly List<LabBus> _buses = [];

    private ShardScene(NatsServer broker) => Broker = broker;

    public NatsServer Broker { get; }

    /// <summary>What those were told who give work.</summary>
    public ConcurrentQueue<string> Told { get; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ShardScene> Start() => new(await NatsServer.Start());

    public async Task<LabBus> Connect(string name)
    {
        var bus = await LabBus.Open(LabAddress.Of(Broker.Url), name, waits: null, Cancel);
        _buses.Add(bus);
        return bus;
    }

    /// <summary>A worker that can do this.</summary>
    public async Task<Hired> Hire(
        IReadOnlyList<ShardKind> kinds, int threads = 1, string build = Build, Func<string, bool>? accepts = null)
    {
        var bus = await Connect($"worker-{_hired.Count}");
        var hired = new Hired(bus, kinds, threads, build, accepts ?? (_ => true));
        _hired.Add(hired);
        return hired;
    }

    /// <summary>Somebody who gives work.</summary>
    public async Task<ShardLab> Giver() => new(await Connect("giver"), Told.Enqueue, Build);

    /// <summary>All shards of an order, as they come, with what came of them as text.</summary>
    public Task<List<(int Number, string Result)>> Collect(ShardLab lab, ShardOrder order) =>
        CollectUntil(lab, order, Cancel);

    /// <summary>As <see cref="Collect"/>, for somebody who may stop waiting.</summary>
    public Task<List<(int Number, string Result)>> CollectUntil(
        ShardLab lab, ShardOrder order, CancellationToken stop) => Task.Factory.StartNew(
        () => lab.Live(order, [.. Enumerable.Range(0, order.Shards)], Encoding.UTF8.GetString, stop).ToList(),
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public async ValueTask DisposeAsync()
    {
        foreach (var hired in _hired) await hired.Stop();
        foreach (var bus in _buses.Where(bus => !_hired.Any(hired => hired.HasVanished(bus)))) await bus.DisposeAsync();
        await Broker.DisposeAsync();
    }
}

/// <summary>A worker at work.</summary>
internal sealed class Hired
{
    private readonly CancellationTokenSource _stop = new();
    private readonly LabBus _bus;
    private readonly Task _work;
    private bool _hasVanished;

    public Hired(LabBus bus, IReadOnlyList<ShardKind> kinds, int threads, string build, Func<string, bool> accepts)
    {
        _bus = bus;
        var worker = new ShardWorker(bus, kinds, Told.Enqueue, build) { Accepts = accepts };
        _work = worker.Run(threads, _stop.Token);
    }

    public ConcurrentQueue<string> Told { get; } = new();

    /// <summary>Asks it to stop, and waits until it has.</summary>
    public async Task Stop()
    {
        if (_hasVanished) return;
        await _stop.CancelAsync();
        await _work;
    }

    public bool HasVanished(LabBus bus) => _hasVanished && bus == _bus;

    /// <summary>Its machine falls off the net: it can give nothing back.</summary>
    public ValueTask Vanish()
    {
        _hasVanished = true;
        return _bus.DisposeAsync();
    }
}
