using HilBench.Roles;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Running;

/// <summary>Each of the six verdicts, caused by a scenario, and the exit code it leads to.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("nothing happens", Verdict.Passed, null)]
    [InlineData("the meter is wrong", Verdict.Failed, "it lies")]
    [InlineData("a chip is misused", Verdict.Failed, "the meter's firmware misused a chip: E too short (and 1 more)")]
    [InlineData("a key is lost", Verdict.Invalid, "key '7' was not delivered: nobody saw it")]
    [InlineData("the rig breaks", Verdict.RigFault, "a wire")]
    [InlineData("a step has a bug", Verdict.RigFault, "InvalidOperationException: a bug")]
    [InlineData("it makes no sense", Verdict.Undefined, "a third of two")]
    [InlineData("a step cancels itself", Verdict.RigFault, "OperationCanceledException: its own")]
    public void What_a_step_throws_says_who_must_act(string step, Verdict verdict, string? message)
    {
        var (results, diary) = Trial.Run(
            Trial.Scenario($"When {step}", "Then it goes on"), new RunOptions { Judge = MeterJudge.Judge },
            typeof(Steps));
        var result = Assert.Single(results);
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(message, result.Message);
        Assert.Equal(message is null ? null : 3, result.Step?.Place.Line);
        Assert.Equal(message is null ? ["went on"] : [], diary);
    }

    [Fact]
    public void A_run_that_is_stopped_between_steps_aborts_this_scenario_and_all_that_follow()
    {
        using var stop = new CancellationTokenSource();
        var (results, diary) = Trial.Run(
            Trial.Scenario("When somebody stops the run", "Then it goes on", "Scenario: two", "Then it goes on"),
            Options(stop), typeof(Steps));
        Assert.Equal([Verdict.Aborted, Verdict.Aborted], results.Select(result => result.Verdict));
        Assert.Empty(diary);
    }

    [Theory]
    [InlineData("When somebody stops the run while it waits")]
    [InlineData("When a step notices the stop")]
    public void A_step_that_is_stopped_is_aborted(string step)
    {
        using var stop = new CancellationTokenSource();
        var (results, _) = Trial.Run(Trial.Scenario(step), Options(stop), typeof(Steps));
        Assert.Equal(Verdict.Aborted, Assert.Single(results).Verdict);
    }

    [Theory]
    [InlineData("the meter is wrong", Verdict.RigFault, "the bench is not healthy")]
    [InlineData("nothing happens", Verdict.RigFault, "the bench is not healthy")]
    public void A_bench_found_wrong_afterwards_takes_the_verdict_back(string step, Verdict verdict, string message)
    {
        var (results, _) = Trial.Run(
            Trial.Scenario($"When {step}"), new RunOptions { Judge = MeterJudge.Judge }, typeof(Steps),
            typeof(FoundWrong));
        Assert.Equal(verdict, Assert.Single(results).Verdict);
        Assert.Equal(message, results[0].Message);
    }

    [Fact]
    public void Without_a_judge_every_exception_is_a_fault_of_the_rig() => Assert.Equal(
        Verdict.RigFault,
        Trial.Run(Trial.Scenario("When the meter is wrong"), typeof(Steps)).Results[0].Verdict);

    [Theory]
    [InlineData(0)]
    [InlineData(0, Verdict.Passed)]
    [InlineData(1, Verdict.Passed, Verdict.Failed)]
    [InlineData(4, Verdict.Invalid, Verdict.Passed)]
    [InlineData(1, Verdict.Invalid, Verdict.Failed)]
    [InlineData(3, Verdict.Failed, Verdict.RigFault, Verdict.Invalid)]
    [InlineData(2, Verdict.RigFault, Verdict.Undefined, Verdict.Failed)]
    [InlineData(130, Verdict.Undefined, Verdict.RigFault, Verdict.Failed, Verdict.Invalid, Verdict.Aborted)]
    public void The_exit_code_is_the_first_that_holds(int code, params Verdict[] verdicts) =>
        Assert.Equal(code, ExitCodes.For(verdicts));

    private static RunOptions Options(CancellationTokenSource stop) => new()
    {
        Judge = MeterJudge.Judge,
        Stop = stop.Token,
        Provide = container => container.RegisterInstanceAs(stop),
    };

    [Binding]
    public sealed class Steps(Diary diary, IObjectContainer container)
    {
        [When("nothing happens")]
        public void Nothing() => Assert.NotNull(container);

        [When("the meter is wrong")]
        public void Wrong() => throw new MeterWrongException("it lies");

        [When("a chip is misused")]
        public void Misused() => throw new ChipFindingException(["E too short", "no enable"]);

        [When("a key is lost")]
        public void Lost() => throw new StimulusNotDeliveredException("key '7'", "nobody saw it");

        [When("the rig breaks")]
        public void Breaks() => throw new RigFaultException("a wire");

        [When("a step has a bug")]
        public void Bug() => throw new InvalidOperationException("a bug");

        [When("it makes no sense")]
        public void Nonsense() => throw new FeatureMistakeException("a third of two");

        [When("a step cancels itself")]
        public Task CancelsItself() => Task.FromException(new OperationCanceledException("its own"));

        [When("somebody stops the run")]
        public void Stops() => container.Resolve<CancellationTokenSource>().Cancel();

        [When("somebody stops the run while it waits")]
        public Task StopsAndWaits()
        {
            Stops();
            return new TaskCompletionSource().Task;
        }

        [When("a step notices the stop")]
        public void Notices()
        {
            Stops();
            container.Resolve<CancellationTokenSource>().Token.ThrowIfCancellationRequested();
        }

        [Then("it goes on")]
        public void GoesOn() => diary.Add("went on");
    }

    [Binding]
    public sealed class FoundWrong
    {
        [AfterScenario]
        public static void Look() =>
            throw new BenchAtFaultException("the bench is not healthy", new InvalidOperationException());
    }
}
