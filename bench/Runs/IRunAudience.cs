using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Runs;

/// <summary>
/// Who is told of a run while it goes on: first what was read, then each scenario, then that all have ended. A run that
/// is refused tells nothing but lines.
/// </summary>
public interface IRunAudience : IRunListener
{
    /// <summary>Something a person should know and no verdict says, in one line.</summary>
    void Tell(string line);

    /// <summary>The rig is ready and the scenarios begin.</summary>
    void Begins(RunReading reading, ulong seed);

    /// <summary>No scenario runs any more; what they come to follows.</summary>
    void AllRan();

    /// <summary>The results stand and their report is written; the rig is let go after this.</summary>
    void Ended(RunOutcome outcome);

    /// <summary>The command that repeats one scenario, for reports.</summary>
    string Again(ScenarioCase scenario, ulong seed);
}
