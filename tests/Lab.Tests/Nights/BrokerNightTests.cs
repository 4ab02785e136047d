namespace HilBench.Lab.Tests.Nights;

/// <summary>A broker that dies, stands still or forgets everything in the middle of a run.</summary>
public class BrokerNightTests
{
    private const int Scenarios = 30;

    [Fact]
    public async Task A_broker_that_is_killed_and_comes_back_costs_no_verdict_and_no_attempt()
    {
        await using var night = await LabNight.Start(benches: 3);
        var run = await night.Run(night.Folder.Feature("killed", Scenarios, milliseconds: 100));
        await night.Folder.Begun(8);
        await night.Broker.Kill();
        await night.Broker.Again();
        await night.AssertAllPassedOnce(run, Scenarios);
        AssertEachBegunOnce(night);
    }

    [Fact]
    public async Task What_runs_while_the_broker_is_away_longer_than_any_lease_goes_on_and_counts()
    {
        await using var night = await LabNight.Start(benches: 2);
        var run = await night.Run(night.Folder.Feature("away", scenarios: 6, waiting: 3));
        await night.Folder.Begun(3);
        await night.Broker.Kill();
        await Task.Delay(night.Pace.Lease + night.Pace.GoneAfter, LabNight.Cancel);
        night.Folder.Say();
        await Until.True(() => night.Folder.Benches("ended", 3).Count == 1);
        await night.Broker.Again();
        await night.AssertAllPassedOnce(run, scenarios: 6);
        AssertEachBegunOnce(night, scenarios: 6);
    }

    [Fact]
    public async Task A_broker_that_stands_still_longer_than_any_lease_costs_waiting_and_nothing_else()
    {
        await using var night = await LabNight.Start(benches: 2);
        var run = await night.Run(night.Folder.Feature("still", scenarios: 6, waiting: 3));
        await night.Folder.Begun(3);
        night.Broker.Pause();
        await Task.Delay(night.Pace.Lease + night.Pace.GoneAfter, LabNight.Cancel);
        night.Folder.Say();
        night.Broker.Resume();
        await night.AssertAllPassedOnce(run, scenarios: 6);
        AssertEachBegunOnce(night, scenarios: 6);
    }

    [Fact]
    public async Task A_broker_that_has_forgotten_everything_is_told_again()
    {
        await using var night = await LabNight.Start(benches: 3);
        var run = await night.Run(night.Folder.Feature("wiped", Scenarios, milliseconds: 100, waiting: 5));
        await Until.True(() => run.Finished.Count >= 10);
        await night.Broker.Kill();
        night.Broker.Wipe();
        await night.Broker.Again();
        night.Folder.Say();
        await LabNight.AssertAllHeardOfOnce(run, Scenarios);
        Assert.Single(night.Folder.Benches("begun", 5));
    }

    [Fact]
    public async Task Features_too_large_for_a_message_are_brought_again_to_a_broker_that_has_forgotten_them()
    {
        await using var night = await LabNight.Start(benches: 1);
        var feature = night.Folder.Feature("large", scenarios: 6, milliseconds: 20, waiting: 3);
        var noise = new byte[20_000];
        new Random(1).NextBytes(noise);
        await File.AppendAllTextAsync(feature, $"\n# {Convert.ToHexString(noise)}\n", LabNight.Cancel);
        var run = await night.Run(feature);
        await night.Folder.Begun(3);
        await night.Broker.Kill();
        night.Broker.Wipe();
        await night.Broker.Again();
        // This one has never seen the features.
        await night.Join("bench-2");
        night.Folder.Say();
        await LabNight.AssertAllHeardOfOnce(run, scenarios: 6);
    }

    private static void AssertEachBegunOnce(LabNight night, int scenarios = Scenarios)
    {
        for (var at = 1; at <= scenarios; at++) Assert.Single(night.Folder.Benches("begun", at));
    }
}
