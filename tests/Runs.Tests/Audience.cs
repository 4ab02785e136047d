using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Runs.Tests;

/// <summary>Writes down what a run tells.</summary>
internal sealed class Audience : IRunAudience
{
    public List<string> Heard { get; } = [];

    public void Tell(string line) => Heard.Add($"line: {line}");

    public void Begins(RunReading reading, ulong seed) => Heard.Add($"begins: {reading.Cases.Count} with {seed}");

    public void Started(ScenarioCase scenario) => Heard.Add($"started: {scenario.Title}");

    public void Finished(ScenarioResult result) => Heard.Add($"finished: {result.Case.Title} {result.Verdict}");

    public void AllRan() => Heard.Add("all ran");

    public void Ended(RunOutcome outcome) => Heard.Add($"ended: {outcome.Results.Count}");

    public string Again(ScenarioCase scenario, ulong seed) => $"again {scenario.Place} {seed}";
}
