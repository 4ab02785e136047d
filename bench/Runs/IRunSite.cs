using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Running;

namespace HilBench.Runs;

/// <summary>Where the scenarios of a run are carried out: on the rig of this machine, or on those of a lab.</summary>
public interface IRunSite
{
    /// <summary>What the features are checked against. It is asked once, before the features are read.</summary>
    /// <exception cref="HilBench.Input.SettingsException">There is no such rig, or its file is wrong.</exception>
    RigPlan Plan(RunRequest request);

    /// <summary>Runs checked scenarios and tells the listener of the options of each; results in their order.</summary>
    IReadOnlyList<ScenarioResult> Run(RunReading reading, StepEngine engine, RunOptions options);
}
