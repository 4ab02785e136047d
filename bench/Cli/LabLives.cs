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
    /// <summary>A campaign in a lab that is there: before that nothing is begun.</summary>
    /// <param name="place">Where the lab is.</param>
    /// <param name="request">What is lived.</param>
    /// <param name="stop">Ends it.</param>
    /// <param name="command">All of it, given what lives the shards.</param>
    public static int Campaign(
        LabPlace place, CampaignRequest request, CancellationToken stop,
        Func<Func<CampaignRun, CampaignResult>, int> command) => In(place, stop, lab => command(run =>
    {
        using var progress = ShardsProgress.Start(run, () => lab.Workers);
        return run.Run(stop, CampaignShards.In(lab, request, run.Shards));
    }));

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
