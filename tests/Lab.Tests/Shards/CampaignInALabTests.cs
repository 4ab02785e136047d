using HilBench.Campaign.Outcome;
using HilBench.Campaign.Plans;
using HilBench.Campaign.Runs;
using HilBench.Input;
using HilBench.Lab.Shards.Kinds;

namespace HilBench.Lab.Tests.Shards;

/// <summary>A campaign that is lived by a lab is the campaign that is lived here, byte for byte.</summary>
public sealed class CampaignInALabTests : IDisposable
{
    private const long Meters = 25_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-shards-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_folder_is_the_same_for_one_worker_and_for_three(int workers)
    {
        var plan = Plan();
        var (here, there) = (Path.Combine(_folder, "here"), Path.Combine(_folder, "there"));
        var summary = Whole(Asked(plan, here), Here);
        await using var scene = await ShardScene.Start();
        for (var i = 0; i < workers; i++) await scene.Hire([CampaignShards.Kind]);
        Assert.Equal(summary, await InALab(scene, Asked(plan, there)));
        AssertSame(Files(here), Files(there));
        Assert.Equal(2 + 2 * 3, Files(here).Count);
    }

    [Fact]
    public async Task Without_a_folder_the_figures_are_the_same_and_no_meters_are_sent()
    {
        var plan = Plan();
        var summary = Whole(Asked(plan, folder: null), Here);
        await using var scene = await ShardScene.Start();
        await scene.Hire([CampaignShards.Kind]);
        Assert.Equal(summary, await InALab(scene, Asked(plan, folder: null)));
    }

    [Fact]
    public async Task A_campaign_that_lost_a_shard_is_resumed_in_a_lab()
    {
        var plan = Plan();
        var whole = Path.Combine(_folder, "whole");
        var summary = Whole(Asked(plan, whole), Here);
        var before = Files(whole);
        File.Delete(Path.Combine(whole, "meters-1-00001.parquet"));
        await using var scene = await ShardScene.Start();
        await scene.Hire([CampaignShards.Kind]);
        Assert.Equal(summary, await InALab(scene, Asked(plan, whole) with { Resume = true }));
        AssertSame(before, Files(whole));
    }

    [Fact]
    public void A_plan_that_came_over_the_bus_reads_no_file_of_this_machine()
    {
        var text = Plan().ToText();
        Assert.Equal(text, PlanFile.OfText(text).ToText());
        var forged = text.Replace("\"mine.json\":{", "\"other.json\":{", StringComparison.Ordinal);
        Assert.NotEqual(text, forged);
        var wrong = Assert.Throws<SettingsException>(() => PlanFile.OfText(forged));
        Assert.Contains("profile \"mine.json\" was not sent with the plan", wrong.Message);
        Assert.Throws<SettingsException>(() => PlanFile.OfText("no plan"));
    }

    /// <summary>The file of the plan and of its profile are gone when they have been read.</summary>
    private PlanFile Plan()
    {
        var folder = Path.Combine(_folder, "plan");
        Directory.CreateDirectory(folder);
        var profile = Path.Combine(AppContext.BaseDirectory, "profiles", "conlog.json");
        File.Copy(profile, Path.Combine(folder, "mine.json"), overwrite: true);
        var file = Path.Combine(folder, "small.json");
        File.WriteAllText(file, """
            {
              // A comment, and letters that are none of ASCII: ä.
              "meters": 100000, "begins": "2024-07-01", "ends": "2024-07-20",
              "profiles": [{ "profile": "mine.json", "share": 0.5 }, { "profile": "generic", "share": 0.5 }],
              "households": [{ "name": "all", "share": 1, "daysBetweenPurchases": 7, "kwhPerDay": 2 }],
              "mistakes": { "digitWrong": 0.05, "allDigitsInOneGo": 0.1 }, "helpDesk": { "calls": 0.5 },
              "whatIfs": [{ "name": "careful", "changes": { "mistakes": { "digitWrong": 0 } } }],
              "schedule": [{ "date": "2024-07-11", "share": 1 }]
            }
            """);
        var plan = PlanFiles.Load(file);
        Directory.Delete(folder, recursive: true);
        return plan;
    }

    private static CampaignRequest Asked(PlanFile plan, string? folder) =>
        new(plan, Meters, Seed: 1, Seeds: 1, Jobs: 2, WithWhatIfs: true, folder, Resume: false);

    private static async Task<string> InALab(ShardScene scene, CampaignRequest request)
    {
        var lab = await scene.Giver();
        return await Task.Run(() => Whole(request, InThere), Cancel);

        CampaignResult InThere(CampaignRun run) => run.Run(Cancel, CampaignShards.In(lab, request, run.Shards));
    }

    private static CampaignResult Here(CampaignRun run) => run.Run(Cancel);

    /// <summary>
    /// The figures, and all files of the folder but the page: the marks in its pictures are numbered within a process.
    /// </summary>
    private static string Whole(CampaignRequest request, Func<CampaignRun, CampaignResult> live)
    {
        var run = new CampaignRun(request);
        var summary = CampaignSummary.Of(live(run));
        run.Keep("summary.json", summary.ToFile());
        return summary.ToJson();
    }

    private static Dictionary<string, byte[]> Files(string folder) => Directory.GetFiles(folder).ToDictionary(
        file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);

    private static void AssertSame(Dictionary<string, byte[]> files, Dictionary<string, byte[]> others)
    {
        Assert.Equal(files.Keys.Order(), others.Keys.Order());
        Assert.DoesNotContain(files.Keys, name => !files[name].AsSpan().SequenceEqual(others[name]));
    }
}
