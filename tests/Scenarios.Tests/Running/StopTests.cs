using System.Diagnostics;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Running;

/// <summary>
/// Somebody stops the run in the middle of a step: the step ends soon, and what must be done after it is.
/// </summary>
public sealed class StopTests
{
    /// <summary>A second is promised to a user at a quiet computer; tests run beside each other.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("none", "When the load draws 1000000 W for 36524 days")]
    [InlineData("virtual", "When the load draws 1000000 W for 36524 days")]
    [InlineData("serial-panel", "When the load draws 1000000 W for 36524 days")]
    [InlineData("virtual", "When 36524 days pass")]
    [InlineData("virtual", "When the clock reaches \"2124-10-01 08:00\"")]
    [InlineData("virtual", "When the customer buys and keys in 10000 tokens of 1.0 kWh")]
    [InlineData("token-port", "When the customer buys and keys in 10000 tokens of 1.0 kWh")]
    [InlineData("virtual", "When the customer keys in 10000 wrong tokens, each as soon as the meter takes one")]
    [InlineData("serial-panel", "When the customer keys in \"<many>\"")]
    [InlineData("virtual", "When the customer presses \"<many>\"")]
    public void A_long_step_ends_soon_after_it_is_asked_to(string rig, string step)
    {
        step = step.Replace("<many>", new string('7', 10_000));
        var feature = Trial.Scenario("Given the meter holds 1800000.0 kWh", step);
        using var stop = new CancellationTokenSource();
        var asked = new Stopwatch();
        using var soon = new Timer(
            _ =>
            {
                asked.Start();
                stop.Cancel();
            },
            null, TimeSpan.FromMilliseconds(150), Timeout.InfiniteTimeSpan);
        var plan = Rigs.Load(rig);
        var bound = new StepCheck(MeterTrial.Sentences, plan.Capabilities).Check(Trial.Read(feature));
        var result = Assert.Single(new Runner(MeterTrial.Sentences, new RunOptions
        {
            Stop = stop.Token,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
        }).Run(bound));
        Assert.Equal(Verdict.Aborted, result.Verdict);
        Assert.InRange(asked.Elapsed, TimeSpan.FromTicks(1), Soon);
    }

    [Fact]
    public void After_an_aborted_scenario_its_hooks_run_to_their_end_the_asynchronous_ones_too()
    {
        var (result, diary) = Stopped("When somebody stops the run", "Then it goes on");
        Assert.Equal(Verdict.Aborted, result.Verdict);
        Assert.Equal(["pins are safe", "the port is closed"], diary);
    }

    [Fact]
    public void A_step_that_was_left_alone_does_not_go_on_while_the_hooks_run()
    {
        var (result, diary) = Stopped("When a step is stopped while it waits");
        Assert.Equal(Verdict.Aborted, result.Verdict);
        Assert.Equal(["pins are safe", "the port is closed"], diary);
    }

    [Fact]
    public void Hooks_that_pass_time_are_not_stopped_either()
    {
        var (result, diary) = Stopped("When somebody stops the run", "Then it goes on", typeof(PatientHook));
        Assert.Equal(Verdict.Aborted, result.Verdict);
        Assert.Contains("time passed", diary);
    }

    private static (ScenarioResult Result, IReadOnlyList<string> Diary) Stopped(string step, params object[] more)
    {
        using var stop = new CancellationTokenSource();
        Type[] classes = [typeof(Steps), .. more.OfType<Type>()];
        var (results, diary) = Trial.Run(
            Trial.Scenario([step, .. more.OfType<string>()]),
            new RunOptions
            {
                Stop = stop.Token,
                Judge = MeterJudge.Judge,
                Provide = container =>
                {
                    container.RegisterInstanceAs(stop);
                    container.RegisterInstanceAs(ModelPlan.Alone, typeof(RigPlan));
                },
            },
            classes);
        return (Assert.Single(results), diary);
    }

    [Binding]
    public sealed class Steps(Diary diary, CancellationTokenSource stop)
    {
        private readonly TaskCompletionSource _never = new();

        [When("somebody stops the run")]
        public void Stops() => stop.Cancel();

        [When("a step is stopped while it waits")]
        public async Task StopsAndWaits()
        {
            stop.Cancel();
            await _never.Task;
            diary.Add("the step went on");
        }

        [Then("it goes on")]
        public void GoesOn() => diary.Add("went on");

        [AfterScenario(Order = 1)]
        public async Task MakePinsSafe()
        {
            _never.TrySetResult();
            await Task.Yield();
            diary.Add("pins are safe");
        }

        [AfterScenario(Order = 2)]
        public async Task ClosePort()
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
            diary.Add("the port is closed");
        }
    }

    [Binding]
    public sealed class PatientHook(Diary diary, Bench bench)
    {
        [AfterScenario]
        public void Wait()
        {
            bench.Pass(TimeSpan.FromHours(1));
            diary.Add("time passed");
        }
    }
}
