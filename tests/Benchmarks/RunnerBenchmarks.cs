using BenchmarkDotNet.Attributes;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.Sentences;
using Reqnroll;

namespace HilBench.Benchmarks;

/// <summary>
/// What the runner costs for each step: a thousand scenarios of ten steps that do nothing, compared with an empty loop
/// over the same steps.
/// </summary>
[MemoryDiagnoser]
public class RunnerBenchmarks
{
    private const int Scenarios = 1000;
    private const int StepsEach = 10;
    private const int Steps = Scenarios * StepsEach;

    private readonly StepEngine _engine = StepEngine.Of(typeof(IdleSteps));
    private readonly IReadOnlyList<ScenarioCase> _cases = Parse();
    private readonly IReadOnlyList<ScenarioCase> _scenarios;

    public RunnerBenchmarks() => _scenarios = new StepCheck(_engine).Check(_cases);

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public int AnEmptyLoopOverTheSteps()
    {
        var length = 0;
        foreach (var scenario in _cases)
        {
            foreach (var step in scenario.Steps) length += step.Text.Length;
        }

        return length;
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public int RunningTheSteps()
    {
        var results = new Runner(_engine, new RunOptions()).Run(_scenarios);
        return results.Count(result => result.Verdict == Verdict.Passed) == Scenarios
            ? Scenarios
            : throw new InvalidOperationException("A benchmark of red scenarios measures nothing.");
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public int BindingAndRunningTheSteps() => new Runner(_engine, new RunOptions())
        .Run(new StepCheck(_engine).Check(_cases)).Count;

    private static IReadOnlyList<ScenarioCase> Parse()
    {
        using var text = new StringWriter();
        text.WriteLine("Feature: Idle");
        for (var scenario = 0; scenario < Scenarios; scenario++)
        {
            text.WriteLine($"  Scenario: {scenario}");
            for (var step = 0; step < StepsEach; step++) text.WriteLine($"    Given {step} idle steps named \"one\"");
        }

        return FeatureReader.Parse(new StringReader(text.ToString()), "idle.feature", NoSentences.Instance);
    }
}

/// <summary>A step with a number and a name that does nothing.</summary>
[Binding]
public sealed class IdleSteps
{
    public int Sum { get; private set; }

    [Given("{int} idle steps named {string}")]
    public void GivenIdleSteps(int count, string name) => Sum += count + name.Length;
}
