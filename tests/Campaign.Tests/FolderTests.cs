using HilBench.Campaign.Outcome;
using HilBench.Campaign.Plans;
using HilBench.Campaign.Runs;
using HilBench.Input;

namespace HilBench.Campaign.Tests;

/// <summary>Who computes a shard, and when, makes no difference; what does not belong together is refused.</summary>
public sealed class FolderTests : IDisposable
{
    private const long Meters = 25_000;

    private static readonly PlanFile Plan = Rehearsal.Plan("""
        "mistakes": { "digitWrong": 0.05, "allDigitsInOneGo": 0.1 }, "people": { "pace": 5, "triesAgain": 0.5 },
        "helpDesk": { "calls": 0.5 },
        "whatIfs": [{ "name": "careful", "changes": { "mistakes": { "digitWrong": 0 } } }],
        """, ends: "2024-07-20");

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"campaign-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_result_is_the_same_for_one_job_and_for_three()
    {
        Assert.Equal(Json(Rehearsal.Run(Plan, Meters)), Json(Rehearsal.Run(Plan, Meters, jobs: 3)));
    }

    [Fact]
    public void A_campaign_that_lost_a_shard_and_has_half_of_another_resumes_to_the_same_result()
    {
        var whole = Json(Rehearsal.Run(Plan, Meters, folder: _folder));
        File.Delete(Path.Combine(_folder, "meters-1-00001.parquet"));
        File.WriteAllText(Path.Combine(_folder, "meters-1-00001.parquet.77.part"), "PAR1 half");
        var run = new CampaignRun(new CampaignRequest(Plan, Meters, 1, 1, 2, true, _folder, Resume: true));
        Assert.Equal(whole, Json(run.Run(CancellationToken.None)));
        Assert.Equal((2, 3), (run.Found, run.Finished));
    }

    [Fact]
    public void A_stopped_campaign_keeps_its_finished_shards()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var run = new CampaignRun(new CampaignRequest(Plan, Meters, 1, 1, 1, true, _folder, Resume: false));
        Assert.Throws<OperationCanceledException>(() => run.Run(stop.Token));
        var resumed = Rehearsal.Run(Plan, Meters, folder: _folder, resume: true);
        Assert.Equal(Json(Rehearsal.Run(Plan, Meters)), Json(resumed));
    }

    [Fact]
    public void A_folder_with_a_campaign_in_it_is_not_written_over()
    {
        Rehearsal.Run(Plan, 100, folder: _folder);
        Told("holds a campaign already; add --resume to go on with it, or name another folder", 100, 1, resume: false);
    }

    [Theory]
    [InlineData(200, 1, "holds another campaign: 100 meters, not 200; resume with what it began with")]
    [InlineData(100, 2, "holds another campaign: seed 1, not 2; resume with what it began with")]
    public void Another_size_or_seed_is_not_resumed(long meters, ulong seed, string told)
    {
        Rehearsal.Run(Plan, 100, folder: _folder);
        Told(told, meters, seed, resume: true);
    }

    [Fact]
    public void Another_plan_or_build_is_not_resumed()
    {
        Rehearsal.Run(Plan, 100, folder: _folder);
        var other = Plan.With("people.pace", 4);
        var run = () => new CampaignRun(new CampaignRequest(other, 100, 1, 1, 1, false, _folder, Resume: true));
        var told = Assert.Throws<SettingsException>(run).Message;
        Assert.Contains("plan small or a profile of it was changed since", told);

        var head = Path.Combine(_folder, "campaign.json");
        var text = File.ReadAllText(head);
        var build = text[(text.IndexOf("\"build\": \"", StringComparison.Ordinal) + 10)..][..8];
        File.WriteAllText(head, text.Replace(build, "00000000", StringComparison.Ordinal));
        Told("holds another campaign: another build of hilbench wrote it; resume with what", 100, 1, resume: true);
    }

    [Fact]
    public void A_folder_with_something_else_in_it_is_refused()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "letter.txt"), "mine");
        Told("the folder is not empty; name a new one", 100, 1, resume: false);
        Told("there is no campaign to resume: no campaign.json in it", 100, 1, resume: true);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_told_in_one_line()
    {
        var run = new CampaignRun(new CampaignRequest(Plan, 100, 1, 1, 1, true, _folder, Resume: false));
        Directory.Delete(_folder, recursive: true);
        var told = Assert.Throws<SettingsException>(() => run.Run(CancellationToken.None)).Message;
        Assert.StartsWith($"{_folder}: cannot be written to: ", told);
        Assert.EndsWith("; finished shards are kept, and --resume goes on with them", told);
    }

    [Fact]
    public void A_broken_shard_is_told_by_name()
    {
        Rehearsal.Run(Plan, 100, folder: _folder);
        File.WriteAllText(Path.Combine(_folder, "days-1-00000.parquet"), "PAR1");
        Told("days-1-00000.parquet: cannot be read", 100, 1, resume: true, runs: true);
    }

    [Fact]
    public void Seeds_differ_and_their_spread_is_told()
    {
        var summary = CampaignSummary.Of(Rehearsal.Run(Plan, 2_000, seeds: 3));
        Assert.Equal(3, summary.Seeds);
        Assert.InRange(summary.Plans[0].Updated.Spread, 1, summary.Plans[0].Updated.Mean);
    }

    [Fact]
    public void A_what_if_that_changes_nothing_differs_in_nothing()
    {
        var same = Rehearsal.Plan("""
            "mistakes": { "digitWrong": 0.05 },
            "whatIfs": [{ "name": "same", "changes": {} }],
            """);
        var plans = CampaignSummary.Of(Rehearsal.Run(same, 500)).Plans;
        Assert.Equal(plans[0].Days.Updated, plans[1].Days.Updated);
        Assert.Equal((plans[0].Calls, plans[0].KwhLost), (plans[1].Calls, plans[1].KwhLost));
    }

    private void Told(string what, long meters, ulong seed, bool resume, bool runs = false)
    {
        var wrong = Assert.Throws<SettingsException>(() =>
        {
            var run = new CampaignRun(new CampaignRequest(Plan, meters, seed, 1, 1, true, _folder, resume));
            if (runs) run.Run(CancellationToken.None);
        });
        Assert.StartsWith(_folder, wrong.Message);
        Assert.Contains(what, wrong.Message);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    private static string Json(CampaignResult result) => CampaignSummary.Of(result).ToJson();
}
