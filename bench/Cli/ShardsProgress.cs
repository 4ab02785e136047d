using HilBench.Campaign.Runs;

namespace HilBench.Cli;

/// <summary>How far a campaign is, for a bar.</summary>
internal static class ShardsProgress
{
    /// <param name="run">Whose shards are counted.</param>
    /// <param name="workers">How many workers of a lab are at it; null = none, it is lived here.</param>
    public static ProgressOnError Start(CampaignRun run, Func<int>? workers = null) => new(
        run.Shards,
        () => (run.Finished, $"{run.Finished} of {run.Shards} shards{Words(workers?.Invoke())}"));

    private static string Words(int? workers) => workers switch
    {
        null => "",
        1 => ", 1 worker",
        { } several => $", {several} workers",
    };
}
