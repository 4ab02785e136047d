using HilBench.Lab.Told;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Tests.Nights;

/// <summary>Messages that come once more, or in another order.</summary>
public class ReplayNightTests
{
    [Fact]
    public async Task Old_work_that_comes_once_more_does_not_disturb_what_runs()
    {
        await using var night = await LabNight.Start(benches: 1);
        var board = await night.Board();
        var given = new List<Work>();
        using var end = new CancellationTokenSource();
        var looking = board.Work.Follow(WorkKey(board), work => given.Add(work.Value!), end.Token);
        var run = await night.Run(night.Folder.Feature("replayed", scenarios: 5, waiting: 3));
        await night.Folder.Begun(3);
        await Until.True(() => looking.IsCompleted || given.Any(work => work.Scenario == 2));
        if (looking.IsCompleted) await looking;
        foreach (var old in given.ToArray().Reverse()) await board.Work.Put(WorkKey(board), old, LabNight.Cancel);
        await board.Work.Put(WorkKey(board), new Work { Fence = given[0].Fence - 1 }, LabNight.Cancel);
        await Until.True(() => given.Count(work => work.Fence == given[0].Fence - 1) == 1);
        night.Folder.Say();
        await night.AssertAllPassedOnce(run, scenarios: 5);
        for (var at = 1; at <= 5; at++) Assert.Single(night.Folder.Benches("begun", at));
        await end.CancelAsync();
        await Task.WhenAny(looking);
    }

    [Fact]
    public async Task Work_that_was_overwritten_before_its_bench_saw_it_comes_once_more()
    {
        await using var night = await LabNight.Start(benches: 1);
        var board = await night.Board();
        var run = await night.Run(night.Folder.Feature("overwritten", scenarios: 3, waiting: 1));
        await night.Folder.Begun(1);
        // It goes on with the first, and does not see the second before it is gone.
        night.Bench("bench-1").Cable.Pull();
        night.Folder.Say();
        await Until.True(() => night.Folder.Benches("ended", 1).Count == 1);
        var another = new Work { Run = $"{board.Bus.Address.User}.another", Fence = 1 };
        await board.Work.Put(WorkKey(board), another, LabNight.Cancel);
        night.Bench("bench-1").Cable.PutIn();
        await night.AssertAllPassedOnce(run, scenarios: 3);
    }

    [Fact]
    public async Task Verdicts_and_lost_attempts_that_come_once_more_change_nothing()
    {
        await using var night = await LabNight.Start(benches: 2);
        var board = await night.Board();
        var run = await night.Run(night.Folder.Feature("again", scenarios: 6, waiting: 5));
        await night.Folder.Begun(5);
        await Until.True(() => run.Finished.Count == 5);
        var key = await run.Key;
        var told = await board.Verdicts.All($"{key}.>", LabNight.Cancel);
        foreach (var one in told) await board.Verdicts.Put(one.Key, one.Value!, LabNight.Cancel);
        foreach (var one in told)
        {
            await board.Verdicts.Put(
                one.Key, one.Value! with { Verdict = Verdict.Failed, Bench = "bench-9" }, LabNight.Cancel);
        }

        var lost = new Delivered { Bench = "bench-1", Attempt = 1, Verdict = Verdict.RigFault, Lost = "long ago" };
        await board.Verdicts.Put(Delivered.LostKey(key, 0, 1), lost, LabNight.Cancel);
        night.Folder.Say();
        await night.AssertAllPassedOnce(run, scenarios: 6);
        Assert.All(await run.Results(), one => Assert.Empty(one.Where!.Lost));
        for (var at = 1; at <= 6; at++) Assert.Single(night.Folder.Benches("begun", at));
    }

    private static string WorkKey(LabBoard board) => $"bench-1.{board.Bus.Address.User}";
}
