using HilBench.Rig.Files;
using HilBench.Scenarios.Binding;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Specs;

/// <summary>
/// One scenario after the other on the rig <c>virtual</c>, bound and judged as <c>hilbench run</c> does.
/// </summary>
internal static class SpecBench
{
    private static readonly RigPlan Plan = RigFiles.Load("virtual");

    public static BindingRegistry Registry { get; } = BindingRegistry.Of(typeof(Bench).Assembly);

    public static ulong RunSeed => Plan.Seed;

    /// <exception cref="FeatureMistakesException">A sentence of the scenario is unknown or makes no sense.</exception>
    public static ScenarioResult Run(ScenarioCase scenario, CancellationToken stop)
    {
        var runner = new Runner(Registry, new RunOptions
        {
            Seed = RunSeed,
            Stop = stop,
            Judge = MeterJudge.Judge,
            Provide = container => container.Register(Plan),
        });
        return runner.Run(new Binder(Registry).Bind([scenario]))[0];
    }
}
