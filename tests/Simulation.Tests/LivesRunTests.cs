using HilBench.Simulation.Lives;

namespace HilBench.Simulation.Tests;

/// <summary>Seeded lives: the meter keeps its promises, and a run is the same however it is divided.</summary>
public class LivesRunTests
{
    [Fact]
    public void Three_hundred_lives_of_every_profile_keep_every_promise()
    {
        var result = new LivesRun(Whole.Profiles, Whole.Model).Run(300, seed: 1, jobs: 2);
        Assert.Null(result.Failure?.What);
        Assert.Equal((300, 30_000), (result.Lives, result.Events));
        Assert.True(result.Tokens > 10_000, "half of what happens is a token");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_result_is_the_same_for_any_number_of_jobs(bool isBroken)
    {
        var run = new LivesRun(Whole.Profiles, isBroken ? BrokenRules.Of("credit is not saved") : Whole.Model);
        var (one, four) = (run.Run(150, seed: 9, jobs: 1), run.Run(150, seed: 9, jobs: 4));
        Assert.Equal(one, four);
        Assert.Equal(isBroken, one.Failure is not null);
    }

    [Fact]
    public void A_broken_promise_is_shown_by_the_shortest_life_and_again_by_its_own_seed()
    {
        var run = new LivesRun([Whole.Profile("generic")], BrokenRules.Of("credit is not saved"));
        var failure = run.Run(50, seed: 3, jobs: 2).Failure;
        Assert.NotNull(failure);
        Assert.InRange(failure.Events, 1, 3);
        Assert.Contains("Scenario:", failure.Feature);
        var again = run.Run(1, failure.Seed, jobs: 1).Failure;
        Assert.Equal(failure, again);
    }

    [Fact]
    public void One_life_in_a_thousand_is_run_through_pins_whatever_the_first_seed()
    {
        var run = new LivesRun(Whole.Profiles, Whole.Model);
        Assert.Equal([1_000UL, 2_000UL], run.ThroughPins(2_000, seed: 1).Select(life => life.Seed));
        Assert.Equal([5_000UL], run.ThroughPins(1, seed: 5_000).Select(life => life.Seed));
        Assert.Empty(run.ThroughPins(999, seed: 1));
    }

    [Fact]
    public void A_run_that_is_stopped_says_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var run = new LivesRun(Whole.Profiles, Whole.Model) { Stop = stop.Token };
        Assert.ThrowsAny<OperationCanceledException>(() => run.Run(10, seed: 1, jobs: 2));
    }

    [Fact]
    public void Lives_find_a_meter_that_gives_energy_away_at_each_cut()
    {
        var run = new LivesRun([Whole.Profile("conlog")], BrokenRules.Of("cuts are never noticed"));
        Assert.Contains("gave away", run.Run(3_000, seed: 1, jobs: 2).Failure?.What);
    }
}
