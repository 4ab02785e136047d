using HilBench.Input;

namespace HilBench.Lab.Tests.Nights;

/// <summary>A coordinator that dies, and two that want one run.</summary>
public class CoordinatorNightTests
{
    [Fact]
    public async Task Whoever_goes_on_with_a_run_does_nothing_twice()
    {
        await using var night = await LabNight.Start(benches: 2);
        var feature = night.Folder.Feature("resumed", scenarios: 20, milliseconds: 50, waiting: 6);
        var run = await night.Run(feature);
        await Until.True(() => run.Finished.Count >= 8);
        run.Kill();
        var key = await run.Key;
        var second = await night.Run(feature, how => how with { Resume = key });
        await night.Folder.Begun(6);
        // The bench has gone on with it all the time: it takes more than the scenarios that wait for its end.
        await Until.True(() => second.Finished.Count >= 9);
        night.Folder.Say();
        await night.AssertAllPassedOnce(second, scenarios: 20);
        for (var at = 1; at <= 20; at++) Assert.Single(night.Folder.Benches("begun", at));
    }

    [Fact]
    public async Task A_run_that_goes_on_has_one_coordinator_and_another_is_refused_without_harm()
    {
        await using var night = await LabNight.Start(benches: 2);
        var feature = night.Folder.Feature("two", scenarios: 8, waiting: 3);
        var run = await night.Run(feature);
        await night.Folder.Begun(3);
        var key = await run.Key;
        var second = await night.Run(feature, how => how with { Resume = key });
        var refused = await Assert.ThrowsAsync<SettingsException>(second.Results);
        Assert.Contains($"run {key} has a coordinator", refused.Message);
        night.Folder.Say();
        await night.AssertAllPassedOnce(run, scenarios: 8);
        for (var at = 1; at <= 8; at++) Assert.Single(night.Folder.Benches("begun", at));
    }

    [Fact]
    public async Task A_coordinator_that_was_taken_for_dead_ends_and_leaves_the_run_to_the_one_that_has_it()
    {
        await using var night = await LabNight.Start(benches: 2);
        var feature = night.Folder.Feature("taken", scenarios: 12, milliseconds: 50, waiting: 4);
        var run = await night.Run(feature);
        await night.Folder.Begun(4);
        run.Cable.Pull();
        var key = await run.Key;
        var second = await night.Run(feature, how => how with { Resume = key });
        await Until.True(() => second.Finished.Count > 0);
        run.Cable.PutIn();
        var ended = await Assert.ThrowsAnyAsync<Exception>(run.Results);
        Assert.Contains($"another coordinator has taken over run {key}", ended.Message);
        night.Folder.Say();
        await night.AssertAllPassedOnce(second, scenarios: 12);
    }

    [Fact]
    public async Task A_run_with_other_scenarios_does_not_go_on_with_it()
    {
        await using var night = await LabNight.Start(benches: 1);
        var run = await night.Run(night.Folder.Feature("one", scenarios: 3, waiting: 2));
        await night.Folder.Begun(2);
        var key = await run.Key;
        var second = await night.Run(night.Folder.Feature("other", scenarios: 4), how => how with { Resume = key });
        var refused = await Assert.ThrowsAsync<SettingsException>(second.Results);
        Assert.Contains("has other scenarios", refused.Message);
        night.Folder.Say();
        await night.AssertAllPassedOnce(run, scenarios: 3);
    }

    [Fact]
    public async Task Two_runs_at_a_time_share_the_rigs_and_each_gets_all_of_its_verdicts()
    {
        await using var night = await LabNight.Start(benches: 3);
        var one = await night.Run(night.Folder.Feature("first", scenarios: 12, milliseconds: 60));
        var two = await night.Run(night.Folder.Feature("second", scenarios: 12, milliseconds: 60));
        await night.AssertAllPassedOnce(one, scenarios: 12);
        await night.AssertAllPassedOnce(two, scenarios: 12);
    }
}
