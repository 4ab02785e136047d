using System.Reflection;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;
using HilBench.Tokens;

namespace HilBench.Scenarios.Tests.World;

/// <summary>Where a bench can check itself, it does so before it calls a meter wrong.</summary>
public sealed class SelfCheckTests
{
    private const string AcceptedAndCalledRefused = """
        Feature: trial
          Scenario: one
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter refuses it
        """;

    [Fact]
    public void On_a_healthy_bench_the_meter_is_wrong_and_the_report_says_so()
    {
        var result = Run(AcceptedAndCalledRefused, new SelfCheck(["pad at rest", "display's memory"], []));
        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.Contains(
            "pad at rest, display's memory: meter wrong, bench healthy", string.Join('\n', FailureText.Of(result)));
    }

    [Fact]
    public void On_a_bench_that_is_not_healthy_nothing_is_proved_about_the_meter()
    {
        var result = Run(
            AcceptedAndCalledRefused, new SelfCheck(["pad at rest"], ["pad: 8 is down, stuck or shorted"]));
        Assert.Equal(Verdict.RigFault, result.Verdict);
        Assert.Contains("the scenario proves nothing: pad: 8 is down, stuck or shorted", result.Message);
        Assert.Equal("features/trial.feature:5: Then the meter refuses it", $"{result.Step!.Place}: {result.Step}");
    }

    [Fact]
    public void A_scenario_that_passes_needs_no_look() => Assert.Equal(
        Verdict.Passed,
        Run(
            AcceptedAndCalledRefused.Replace("refuses it", "accepts it"),
            new SelfCheck(["pad at rest"], ["pad: 8 is down"])).Verdict);

    [Fact]
    public void A_rig_without_hardware_has_nothing_to_look_at() =>
        Assert.Equal(Verdict.Failed, Run(AcceptedAndCalledRefused, check: null).Verdict);

    private static ScenarioResult Run(string feature, SelfCheck? check)
    {
        var engine = StepEngine.Of(typeof(Bench).Assembly);
        var cases = HilBench.Scenarios.Features.FeatureReader.Parse(
            new StringReader(feature), "features/trial.feature", engine);
        RigPlan plan = new CheckedPlan(check);
        return Assert.Single(new Runner(engine, new RunOptions
        {
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
        }).Run(new StepCheck(engine).Check(cases)));
    }

    /// <summary>The model alone, with a bench whose self-check answers what the test wants.</summary>
    private sealed record CheckedPlan(SelfCheck? Check)
        : RigPlan("checked", ModelPlan.Alone.Profile, StaTables.Sample)
    {
        public override IReadOnlyList<string> Capabilities => ModelPlan.Alone.Capabilities;

        public override IMeterRig Build(ulong seed)
        {
            var rig = DispatchProxy.Create<IMeterRig, CheckedRig>();
            ((CheckedRig)rig).Inner = ModelPlan.Alone.Build(seed);
            ((CheckedRig)rig).Check = Check;
            return rig;
        }
    }

    public class CheckedRig : DispatchProxy
    {
        internal IMeterRig? Inner { get; set; }

        internal SelfCheck? Check { get; set; }

        protected override object? Invoke(MethodInfo? method, object?[]? arguments) =>
            method!.Name == nameof(IMeterRig.CheckItself) ? Check : method.Invoke(Inner, arguments);
    }
}
