using System.Text;
using HilBench.Campaign.Plans;
using HilBench.Campaign.Runs;
using HilBench.Campaign.Shards;
using HilBench.Campaign.Tally;
using HilBench.Tokens;

namespace HilBench.Campaign.Tests;

/// <summary>A small plan in which nothing goes wrong, unless a test says so, and what becomes of its meters.</summary>
internal static class Rehearsal
{
    public const int Few = 300;

    /// <summary>Everybody buys each week, types at once and makes no mistake; all codes are ready on day 10.</summary>
    /// <param name="more">Settings as they stand in a file, each line with its comma.</param>
    /// <param name="profile">The profile of all meters.</param>
    /// <param name="ends">The last day.</param>
    /// <param name="ready">The schedule.</param>
    public static PlanFile Plan(
        string more = "", string profile = "generic", string ends = "2024-08-31",
        string ready = """[{ "date": "2024-07-11", "share": 1 }]""") =>
        PlanFile.Parse("small", "small.json", Encoding.UTF8.GetBytes($$"""
            {
              "meters": 100000, "begins": "2024-07-01", "ends": "{{ends}}",
              "profiles": [{ "profile": "{{profile}}", "share": 1 }],
              "households": [{ "name": "all", "share": 1, "daysBetweenPurchases": 7, "kwhPerDay": 2 }],
              {{more}}
              "schedule": {{ready}}
            }
            """));

    public static MeterRow[] Live(PlanFile file, int meters = Few, ulong seed = 1) =>
        Lived(file, meters, seed).Meters[0];

    public static Shard Lived(PlanFile file, int meters = Few, ulong seed = 1) =>
        Shard.Live(file.Variants, StaTables.Sample, new ShardName(seed, 0), meters, CancellationToken.None);

    public static CampaignResult Run(
        PlanFile file, long meters, int jobs = 1, string? folder = null, bool resume = false, int seeds = 1) =>
        new CampaignRun(new CampaignRequest(file, meters, 1, seeds, jobs, true, folder, resume))
            .Run(CancellationToken.None);
}
