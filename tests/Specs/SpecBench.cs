using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Specs;

/// <summary>
/// One scenario after the other on the rig <c>virtual</c>, bound and judged as <c>hilbench run</c> does.
/// </summary>
internal static class SpecBench
{
    private static readonly RigPlan Plan = Rigs.Load("virtual");

    public static StepEngine Engine { get; } = StepEngine.Of(typeof(Bench).Assembly);

    public static ulong RunSeed => Plan.Seed;

    /// <exception cref="FeatureMistakesException">A sentence of the scenario is unknown or makes no sense.</exception>
    public static ScenarioResult Run(ScenarioCase scenario, CancellationToken stop)
    {
        var runner = new Runner(Engine, new RunOptions
        {
            Seed = RunSeed,
            Stop = stop,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(Plan, typeof(RigPlan)),
        });
        return runner.Run(new StepCheck(Engine).Check([scenario]))[0];
    }
}
