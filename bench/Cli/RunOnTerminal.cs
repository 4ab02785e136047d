using HilBench.Runs;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary>A run as a terminal shows it: a bar while it goes on, then what it proved.</summary>
internal sealed class RunOnTerminal(RunRequest request) : IRunAudience, IDisposable
{
    private RunProgress? _progress;

    public void Tell(string line) => Console.Error.WriteLine(line);

    public void Begins(RunReading reading, ulong seed) =>
        _progress = RunProgress.Start(reading.Cases.Count, reading.Plan.NeedsOperator);

    public void Started(ScenarioCase scenario) => _progress?.Started(scenario);

    public void Finished(ScenarioResult result) => _progress?.Finished(result);

    public void AllRan() => Dispose();

    public void Ended(RunOutcome outcome) =>
        new RunSummary(outcome, scenario => Again(scenario, outcome.Seed)).Print();

    public string Again(ScenarioCase scenario, ulong seed) => request.Again(Shell.ThisCommand, scenario, seed);

    public void Dispose()
    {
        _progress?.Dispose();
        _progress = null;
    }
}
