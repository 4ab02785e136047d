using HilBench.Lab.Coordination;
using HilBench.Lab.Told;
using HilBench.Scenarios;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Tests.Coordination;

public sealed class ScenarioBookTests
{
    private static readonly ScenarioResult Passed = Result(Verdict.Passed);

    private readonly ScenarioBook _book = new(3);

    [Fact]
    public void A_scenario_that_somebody_is_at_waits_no_more()
    {
        Assert.Equal(1, _book.Begin(1, "bench-1"));
        Assert.Equal([0, 2], _book.Waiting);
    }

    [Fact]
    public void An_attempt_that_came_to_nothing_is_followed_by_the_next()
    {
        _book.Begin(0, "bench-1");
        Assert.True(_book.Lose(0, Lost("bench-1", 1)));
        Assert.Equal([0, 1, 2], _book.Waiting);
        Assert.Equal(["bench-1"], _book.LostBy(0));
        Assert.Equal(2, _book.Begin(0, "bench-2"));
    }

    [Fact]
    public void An_old_attempt_that_is_lost_once_more_disturbs_no_new_one()
    {
        _book.Begin(0, "bench-1");
        _book.Lose(0, Lost("bench-1", 1));
        _book.Begin(0, "bench-2");
        Assert.False(_book.Lose(0, Lost("bench-1", 1)));
        Assert.DoesNotContain(0, _book.Waiting);
    }

    [Fact]
    public void The_first_verdict_stands()
    {
        Assert.True(_book.Finish(0, Passed));
        Assert.False(_book.Finish(0, Result(Verdict.Failed)));
        Assert.False(_book.Lose(0, Lost("bench-1", 1)));
        Assert.Equal((Verdict.Passed, 1), (_book.ResultOf(0)!.Verdict, _book.Done));
    }

    [Fact]
    public void A_run_is_done_when_every_scenario_has_its_verdict()
    {
        foreach (var one in (int[])[0, 1]) _book.Finish(one, Passed);
        Assert.False(_book.IsDone);
        _book.Finish(2, Passed);
        Assert.True(_book.IsDone);
    }

    [Fact]
    public void What_a_coordinator_before_has_begun_goes_on()
    {
        Assert.True(_book.Adopt(1, 2, "bench-1"));
        Assert.Equal([0, 2], _book.Waiting);
        Assert.False(_book.Adopt(1, 2, "bench-1"));
        _book.Lose(1, Lost("bench-1", 2));
        Assert.False(_book.Adopt(1, 2, "bench-1"));
        Assert.Equal(3, _book.Begin(1, "bench-2"));
        Assert.False(_book.Adopt(7, 1, "bench-1"));
    }

    private static Delivered Lost(string bench, int attempt) => new()
    {
        Bench = bench, Attempt = attempt, Verdict = Verdict.RigFault, Lost = "the cable was pulled",
    };

    private static ScenarioResult Result(Verdict verdict) => new()
    {
        Case = new ScenarioCase
        {
            Feature = "F", Title = "S", Place = new Place("f.feature", 2), Lines = [2], OwnTags = [], Tags = [],
            Steps = [],
        },
        Verdict = verdict,
        Seed = new ScenarioSeed(1),
    };
}
