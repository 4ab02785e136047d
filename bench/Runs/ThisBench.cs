using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Running;

namespace HilBench.Runs;

/// <summary>The rig of this machine.</summary>
public sealed class ThisBench : IRunSite
{
    public RigPlan Plan(RunRequest request)
    {
        var plan = Rigs.Load(request.Rig, request.Profile);
        return request.Meter is { } meter ? plan.Holding(meter) : plan;
    }

    public IReadOnlyList<ScenarioResult> Run(RunReading reading, StepEngine engine, RunOptions options) =>
        new Runner(engine, options).Run(reading.Cases);
}
