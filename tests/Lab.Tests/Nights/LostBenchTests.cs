using HilBench.Lab.Benches;
using HilBench.Lab.Told;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Tests.Nights;

/// <summary>Benches that are lost in the middle of a scenario, and come back or do not.</summary>
public class LostBenchTests
{
    [Fact]
    public async Task The_scenario_of_a_bench_that_is_lost_gets_its_verdict_from_another_and_the_result_says_so()
    {
        await using var night = await LabNight.Start(benches: 2);
        var run = await night.Run(night.Folder.Feature("lost", scenarios: 6, waiting: 2));
        var lost = await night.Folder.Begun(2);
        night.Bench(lost).Cable.Pull();
        await night.Folder.Begun(2, times: 2);
        night.Folder.Say();
        await night.AssertAllPassedOnce(run, scenarios: 6);
        var where = (await run.Results())[1].Where!;
        Assert.NotEqual(lost, where.Bench);
        Assert.Equal(2, where.Attempt);
        Assert.Contains($"{lost} was lost in the middle of it", Assert.Single(where.Lost));
    }

    [Fact]
    public async Task A_verdict_that_was_reached_is_not_replaced_by_the_one_of_a_bench_that_was_thought_to_be_lost()
    {
        await using var night = await LabNight.Start(benches: 2);
        var run = await night.Run(night.Folder.Feature("late", scenarios: 4, waiting: 2));
        var lost = await night.Folder.Begun(2);
        night.Bench(lost).Cable.Pull();
        var other = await night.Folder.Begun(2, times: 2);
        night.Folder.Say();
        await night.AssertAllPassedOnce(run, scenarios: 4);
        night.Bench(lost).Cable.PutIn();
        // It says so when it is back: its own lease has a number that is not the last one any more.
        var board = await night.Board();
        var key = Delivered.VerdictKey(await run.Key, 1);
        await Until.True(() => new Ledger(night.LedgerOf(lost)).HasNothingToDeliver);
        Assert.Equal(other, (await board.Verdicts.Get(key, LabNight.Cancel))!.Value!.Bench);
    }

    [Fact]
    public async Task A_bench_that_is_started_again_delivers_what_its_ledger_had()
    {
        await using var night = await LabNight.Start(benches: 0);
        using (var ledger = new BenchLedger(night.LedgerOf("bench-1")))
        {
            Ended(ledger, new Attempt("anna.1", 0, 1));
            ledger.Begin(new Attempt("anna.1", 1, 1), new Delivered { Bench = "bench-1", Attempt = 1 });
        }

        await night.Join("bench-1");
        var board = await night.Board();
        await Until.True(async () => (await board.Verdicts.All("anna.1.>", LabNight.Cancel)).Count == 2);
        var verdict = await board.Verdicts.Get(Delivered.VerdictKey("anna.1", 0), LabNight.Cancel);
        Assert.Equal(Verdict.Failed, verdict!.Value!.Verdict);
        var lost = await board.Verdicts.Get(Delivered.LostKey("anna.1", 1, 1), LabNight.Cancel);
        Assert.Contains("was started again in the middle of it", lost!.Value!.Lost);
    }

    [Fact]
    public async Task What_a_bench_finishes_while_its_cable_is_out_counts_when_nobody_else_could_run_it()
    {
        await using var night = await LabNight.Start(benches: 1);
        var run = await night.Run(night.Folder.Feature("alone", scenarios: 2, waiting: 1));
        await night.Folder.Begun(1);
        night.Bench("bench-1").Cable.Pull();
        night.Folder.Say();
        await Until.True(() => night.Folder.Benches("ended", 1).Count == 1);
        night.Bench("bench-1").Cable.PutIn();
        await night.AssertAllPassedOnce(run, scenarios: 2);
        Assert.Single(night.Folder.Benches("begun", 1));
    }

    private static void Ended(BenchLedger ledger, Attempt attempt)
    {
        var head = new Delivered { Bench = "bench-1", Attempt = attempt.Number };
        ledger.Begin(attempt, head);
        ledger.End(attempt, head with { Verdict = Verdict.Failed }, null);
    }

    private sealed class Ledger(string path)
    {
        public bool HasNothingToDeliver
        {
            get
            {
                using var ledger = new BenchLedger(path);
                return ledger.Undelivered().Count == 0;
            }
        }
    }
}
