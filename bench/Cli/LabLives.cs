using HilBench.Campaign.Runs;
using HilBench.Lab.Bus;
using HilBench.Lab.Shards;
using HilBench.Lab.Shards.Kinds;
using HilBench.Meter;
using HilBench.Simulation.Crash;
using HilBench.Simulation.Lives;

namespace HilBench.Cli;

/// <summary>
/// Campaigns and lives whose shards are lived in a lab. Nothing of the lab's library is loaded before one of these is
/// called.
/// </summary>
internal static class LabLives
{
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static CampaignResult Campaign(
        LabPlace place, CampaignRun run, CampaignRequest request, CancellationToken stop) => In(place, stop, lab =>
    {
        using var progress = CampaignProgress.Start(run, () => lab.Workers);
        return run.Run(stop, CampaignShards.In(lab, request, run.Shards));
    });

    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static LivesResult Lives(
        LabPlace place, LivesRun run, IReadOnlyList<MeterProfile> profiles, long lives, ulong seed) =>
        In(place, run.Stop, lab => run.Run(lives, seed, LivesShards.In(lab, profiles, lives, seed)));

    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<CrashResult> Crashes(
        LabPlace place, CrashSweep sweep, IReadOnlyList<MeterProfile> profiles, CrashSearch search,
        CancellationToken stop) =>
        In(place, stop, lab => sweep.Run(CrashShards.In(lab, profiles, search, sweep.Count), stop));

    /// <exception cref="LabException">There is no such lab, or its workers fail; the message is one line.</exception>
    private static T In<T>(LabPlace place, CancellationToken stop, Func<ShardLab, T> work)
    {
        var address = place.Address();
        var bus = LabBus.Open(address, address.User, waits: null, stop).GetAwaiter().GetResult();
        try
        {
            return work(new ShardLab(bus, Console.Error.WriteLine));
        }
        finally
        {
            bus.DisposeAsync().AsTask().Wait(CancellationToken.None);
        }
    }
}
