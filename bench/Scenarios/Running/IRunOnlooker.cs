using HilBench.Recording;
using HilBench.Roles;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Running;

/// <summary>
/// Looks on while scenarios run, whether they are recorded or not. It changes nothing: neither verdicts nor recordings.
/// It is told on the thread on which something happens, which waits meanwhile: in virtual time that of the scenario, so
/// calls of scenarios that run at once overlap. It must be quick and must not throw.
/// </summary>
public interface IRunOnlooker
{
    /// <summary>The rig of a scenario stands, without mains.</summary>
    /// <param name="scenario">Which.</param>
    /// <param name="rig">To look at, on this thread only; whatever is done to it changes the run.</param>
    void Built(ScenarioCase scenario, IMeterRig rig);

    /// <summary>Something was done to the rig, or it has shown or said something.</summary>
    void Saw(ScenarioCase scenario, RecordedEvent one);
}
