using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Specs;

/// <summary>
/// One scenario after the other on the rig <c>virtual</c>, bound and judged as <c>hilbench run</c> does; what that
/// leaves out, because it has no cable or is in one piece, on the first rig that has one or is not.
/// </summary>
internal static class SpecBench
{
    private static readonly RigPlan Plan = Rigs.Load("virtual");
    private static readonly RigPlan[] Plans =
        [Plan, Rigs.Load("serial-panel"), Rigs.Load("token-port"), Rigs.Load("split")];

    public static StepEngine Engine { get; } = StepEngine.Of(typeof(Bench).Assembly);

    public static ulong RunSeed => Plan.Seed;

    /// <exception cref="FeatureMistakesException">A sentence of the scenario is unknown or makes no sense.</exception>
    public static ScenarioResult Run(ScenarioCase scenario, CancellationToken stop) =>
        Run(scenario, PlanFor(scenario), stop);

    /// <summary>The rig that a scenario runs on here.</summary>
    public static RigPlan PlanFor(ScenarioCase scenario) => Plans.First(
        plan => new StepCheck(Engine, plan.Capabilities).Lacks(scenario).Count == 0);

    /// <exception cref="FeatureMistakesException">A sentence of the scenario is unknown or makes no sense.</exception>
    public static ScenarioResult Run(ScenarioCase scenario, RigPlan plan, CancellationToken stop)
    {
        var runner = new Runner(Engine, new RunOptions
        {
            Seed = RunSeed,
            Stop = stop,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
        });
        return runner.Run(new StepCheck(Engine).Check([scenario]))[0];
    }
}
