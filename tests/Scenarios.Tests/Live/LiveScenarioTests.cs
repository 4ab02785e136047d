using HilBench.RigFiles;
using HilBench.Scenarios.Live;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Live;

/// <summary>A scenario that is said sentence by sentence does what a feature with these sentences does.</summary>
public sealed class LiveScenarioTests : IDisposable
{
    private readonly StepEngine _engine = StepEngine.Of([typeof(Bench).Assembly]);

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("virtual")]
    [InlineData("none")]
    public void A_token_is_sold_and_typed_and_the_credit_is_there(string rig)
    {
        using var live = Begin(rig);
        Assert.All(
            Said(
                live, "Given the meter holds 10.0 kWh", "Given a 25.6 kWh credit token \"A\"",
                "When the customer keys in token \"A\"", "Then the meter accepts it", "Then the meter holds 35.6 kWh"),
            step => Assert.True(step.IsDone, step.Message));
    }

    [Fact]
    public void What_is_not_so_is_told_and_the_meter_goes_on()
    {
        using var live = Begin("virtual");
        Assert.True(live.Do("Given the meter holds 10.0 kWh").IsDone);
        var wrong = live.Do("Then the meter holds 99.9 kWh");
        Assert.Equal(Verdict.Failed, wrong.Verdict);
        Assert.Equal("the meter holds 10.0 kWh, not 99.9 kWh", wrong.Message);
        Assert.True(live.Do("Then the meter holds 10.0 kWh").IsDone);
        Assert.True(live.Do("When the customer presses \"1 2\"").IsDone);
        Assert.True(live.Do("Then the display shows \"12\"").IsDone);
    }

    [Fact]
    public void A_key_that_is_stuck_comes_loose_after_a_step_that_failed()
    {
        using var live = Begin("virtual");
        Assert.True(live.Do("When the key \"5\" gets stuck").IsDone);
        Assert.False(live.Do("Then the meter holds 99.9 kWh").IsDone);
        Assert.True(live.Do("When the key \"5\" comes loose").IsDone);
    }

    [Theory]
    [InlineData("When the customer key in the token", "did you mean \"the customer keys in the token\"?")]
    [InlineData("When the mains fails\nThen the meter accepts it", "is not one step")]
    [InlineData("When 99999999999 hours pass", "99,999,999,999")]
    [InlineData("Given a credit token <script>", "no sentence")]
    public void A_sentence_that_the_bench_does_not_know_says_what_was_meant(string step, string says)
    {
        using var live = Begin("virtual");
        var wrong = live.Do(step);
        Assert.Equal(Verdict.Undefined, wrong.Verdict);
        Assert.Contains(says, wrong.Message);
        Assert.DoesNotContain("by hand:", wrong.Message);
        Assert.DoesNotContain("\n", wrong.Message);
    }

    [Fact]
    public void What_the_rig_cannot_do_is_refused_by_name()
    {
        using var live = Begin("none");
        var wrong = live.Do("Given the keys bounce for 5 milliseconds");
        Assert.Equal(Verdict.Undefined, wrong.Verdict);
        Assert.Contains("contacts", wrong.Message);
    }

    [Fact]
    public void A_table_and_a_text_below_a_sentence_are_part_of_it()
    {
        using var live = Begin("virtual");
        Assert.All(
            Said(
                live, "Given a meter with:\n| name | value |\n| profile | clou |\n| key revision | 2 |",
                "Then the key revision is 2"),
            step => Assert.True(step.IsDone, step.Message));
    }

    [Fact]
    public void Keys_pressed_one_by_one_and_in_one_sentence_leave_the_same_meter()
    {
        using var one = Begin("virtual");
        using var all = Begin("virtual");
        foreach (var key in "1234") Assert.True(one.Do($"When the customer presses \"{key}\"").IsDone);
        Assert.True(all.Do("When the customer presses \"1 2 3 4\"").IsDone);
        Assert.Equal(all.Bench.Rig.Clock.Now, one.Bench.Rig.Clock.Now);
        Assert.Equal(all.Bench.Rig.Glass.Read(), one.Bench.Rig.Glass.Read());
    }

    [Fact]
    public void A_rig_that_is_not_there_is_a_rig_fault()
    {
        using var live = Begin("raspberry-pi");
        Assert.Equal(Verdict.RigFault, live.Do("When the customer presses \"1\"").Verdict);
    }

    [Fact]
    public void A_step_that_takes_long_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        using var live = new LiveScenario(_engine, Rigs.Load("virtual"), 1, stop.Token);
        Assert.True(live.Do("When the load draws 3 W from now on").IsDone);
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => live.Do("When 300 days pass"));
    }

    private LiveScenario Begin(string rig) => new(_engine, Rigs.Load(rig), 1, CancellationToken.None);

    private static LiveStep[] Said(LiveScenario live, params string[] steps) => [.. steps.Select(live.Do)];
}
