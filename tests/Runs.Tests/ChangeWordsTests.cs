using HilBench.History;
using HilBench.Scenarios.Running;

namespace HilBench.Runs.Tests;

/// <summary>What changed between two runs, as people read it.</summary>
public sealed class ChangeWordsTests
{
    private static readonly RunPlace One = new("bench-1", "virtual") { Model = "clou", Serial = "0417" };
    private static readonly RunPlace Other = new("bench-2", "virtual") { Model = "clou", Serial = "0418" };

    [Fact]
    public void A_scenario_that_is_newly_red_on_another_meter_names_both() => Assert.Equal(
        "newly red   a: failed: x (before on bench-1, clou, serial 0417, now on bench-2, clou, serial 0418)",
        ChangeWords.Of(Changed(One, Other)));

    [Fact]
    public void On_the_same_meter_it_does_not_matter_which_attempt_it_was() =>
        Assert.Equal("newly red   a: failed: x", ChangeWords.Of(Changed(One, One with { Attempt = 2, Lost = ["y"] })));

    [Fact]
    public void A_rig_that_says_nothing_of_itself_is_told_apart_from_one_that_does()
    {
        Assert.Equal("newly red   a: failed: x", ChangeWords.Of(Changed(null, null)));
        Assert.EndsWith(
            " (before on a rig without labels, now on serial 0417)",
            ChangeWords.Of(Changed(null, new RunPlace("", "virtual") { Serial = "0417" })), StringComparison.Ordinal);
        var added = Changed(null, One) with { Change = Change.New, Before = null };
        Assert.Equal("new         a: failed", ChangeWords.Of(added));
    }

    private static ScenarioChange Changed(RunPlace? before, RunPlace? after) => new(
        Change.NewlyRed, new PastScenario("a", "a.feature:1", Verdict.Passed, "", 1) { Where = before },
        new PastScenario("a", "a.feature:1", Verdict.Failed, "x", 1) { Where = after });
}
