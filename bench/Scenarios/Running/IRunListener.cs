using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Running;

/// <summary>
/// Told of a run as it goes. Calls never overlap; scenarios finish in any order when several run at once.
/// </summary>
public interface IRunListener
{
    void Started(ScenarioCase scenario);

    void Finished(ScenarioResult result);
}
