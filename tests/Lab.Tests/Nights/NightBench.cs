using HilBench.Lab.Benches;
using HilBench.Lab.Bus;
using HilBench.Roles;

namespace HilBench.Lab.Tests.Nights;

/// <summary>
/// A bench of a night, at the end of a cable of its own. One whose cable is pulled for good is to the lab what one is
/// whose program was killed.
/// </summary>
internal sealed class NightBench : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly LabBus _bus;
    private readonly Task _running;
    private volatile string? _broken;

    private NightBench(LabNight night, string name, RigPlan plan, Cable cable, LabBus bus, TaskCompletionSource joined)
    {
        (Name, Cable, _bus) = (name, cable, bus);
        _running = BenchHost.Run(
            bus,
            new BenchSettings
            {
                Name = name, Plan = plan, Steps = LabNight.Steps, Build = LabNight.Build, Ledger = night.LedgerOf(name),
                Health = _ => _broken, Tell = _ => { },
            },
            joined.SetResult, _stop.Token);
    }

    public string Name { get; }

    public Cable Cable { get; }

    /// <summary>What the check of its rig says; null when it is well.</summary>
    public string? Broken
    {
        get => _broken;
        set => _broken = value;
    }

    public static async Task<NightBench> Join(LabNight night, string name, RigPlan plan)
    {
        var cable = new Cable(night.Broker.Port);
        var bus = await LabBus.Open(LabAddress.Of(cable.Url), name, null, LabNight.Cancel, night.Pace);
        var joined = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var bench = new NightBench(night, name, plan, cable, bus, joined);
        await await Task.WhenAny(joined.Task, bench._running);
        return bench;
    }

    /// <summary>It leaves the lab in order.</summary>
    public async Task Leave()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        await Leave();
        await _bus.DisposeAsync();
        await Cable.DisposeAsync();
        _stop.Dispose();
    }
}
