using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Tests.Running;

/// <summary>Whatever breaks beside the steps breaks one scenario, and neither the others nor the process.</summary>
public sealed class GuardTests
{
    private const string Three = """
        Feature: f
          Scenario: one
            Given a step
          Scenario: two
            Given a step
          Scenario: three
            Given a step
        """;

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(3, true)]
    [InlineData(3, false)]
    public void A_listener_that_throws_is_a_rig_fault_of_its_scenario_and_the_others_go_on(int jobs, bool atTheStart)
    {
        var results = Run(new RunOptions { Jobs = jobs, Listener = new BadListener("two", atTheStart) });
        Assert.Equal(
            [Verdict.Passed, Verdict.RigFault, Verdict.Passed], results.Select(result => result.Verdict));
        Assert.Equal("FormatException: bad listener", results[1].Message);
        Assert.IsType<FormatException>(results[1].Cause);
        Assert.Equal(["one", "two", "three"], results.Select(result => result.Case.Title));
    }

    [Fact]
    public void A_listener_that_throws_takes_no_verdict_away_that_says_more()
    {
        var results = Run(
            new RunOptions { Listener = new BadListener("one", atTheStart: false) }, Trial.Scenario("Given a bug"));
        Assert.Equal("InvalidOperationException: a bug", Assert.Single(results).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_the_steps_stand_on_may_fail_to_come_without_ending_the_run(int jobs)
    {
        var given = 0;
        var results = Run(new RunOptions
        {
            Jobs = jobs,
            Provide = _ =>
            {
                if (Interlocked.Increment(ref given) == 1) throw new FormatException("no rig");
            },
        });
        Assert.Equal(2, results.Count(result => result.Verdict == Verdict.Passed));
        var fault = Assert.Single(results, result => result.Verdict == Verdict.RigFault);
        Assert.Equal("FormatException: no rig", fault.Message);
        Assert.Null(fault.Step);
    }

    [Fact]
    public void A_class_that_cannot_be_made_is_a_fault_of_the_scenario_that_wants_it()
    {
        var results = Run(new RunOptions(), Trial.Scenario(
            "Given a class that cannot be made", "Scenario: two", "Given a step"), typeof(Steps), typeof(Unmakable));
        Assert.Equal([Verdict.RigFault, Verdict.Passed], results.Select(result => result.Verdict));
        Assert.Equal("FormatException: not today", results[0].Message);
    }

    private static IReadOnlyList<ScenarioResult> Run(
        RunOptions options, string feature = Three, params IReadOnlyList<Type> classes)
    {
        var engine = StepEngine.Of(classes.Count > 0 ? classes : [typeof(Steps)]);
        return new Runner(engine, options).Run(new StepCheck(engine).Check(Trial.Read(feature)));
    }

    [Binding]
    public sealed class Steps
    {
        [Given("a step")]
        public void Step() => Assert.NotNull(SynchronizationContext.Current);

        [Given("a bug")]
        public void Bug() => throw new InvalidOperationException("a bug");
    }

    [Binding]
    public sealed class Unmakable
    {
        public Unmakable() => throw new FormatException("not today");

        [Given("a class that cannot be made")]
        public void Step() => Assert.Fail("it was made");
    }

    private sealed class BadListener(string title, bool atTheStart) : IRunListener
    {
        public void Started(ScenarioCase scenario)
        {
            if (atTheStart && scenario.Title == title) throw new FormatException("bad listener");
        }

        public void Finished(ScenarioResult result)
        {
            if (!atTheStart && result.Case.Title == title) throw new FormatException("bad listener");
        }
    }
}
