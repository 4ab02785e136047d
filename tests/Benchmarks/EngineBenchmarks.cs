using BenchmarkDotNet.Attributes;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Benchmarks;

/// <summary>
/// What a scenario of eight steps costs beyond its steps: steps that do nothing, called directly and run by the engine.
/// </summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private const int Scenarios = 1000;

    private readonly StepEngine _engine = StepEngine.Of(typeof(EightSteps));
    private readonly IReadOnlyList<ScenarioCase> _scenarios;

    public EngineBenchmarks()
    {
        var steps = string.Concat(Enumerable.Range(1, 8).Select(step => $"    Given step {step} of \"eight\"\n"));
        var text = "Feature: Eight\n" + string.Concat(
            Enumerable.Range(1, Scenarios).Select(scenario => $"  Scenario: {scenario}\n{steps}"));
        _scenarios = new StepCheck(_engine)
            .Check(FeatureReader.Parse(new StringReader(text), "eight.feature", _engine));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Scenarios)]
    public int TheStepsThemselves()
    {
        var done = 0;
        for (var scenario = 0; scenario < Scenarios; scenario++)
        {
            var steps = new EightSteps();
            for (var step = 1; step <= 8; step++) steps.GivenStep(step, "eight");
            done += steps.Done;
        }

        return done;
    }

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public int TheStepsInAScenario() => Passed.In(new Runner(_engine, new RunOptions()).Run(_scenarios));
}

/// <summary>
/// All scenarios that fit both rigs, on the model alone, on the emulated pins, and there two at once.
/// </summary>
public class FeatureBenchmarks
{
    private readonly StepEngine _engine = StepEngine.Of(typeof(Bench).Assembly);
    private readonly IReadOnlyList<ScenarioCase> _scenarios;

    public FeatureBenchmarks()
    {
        StepCheck[] checks =
            [.. new[] { Rigs.None, "virtual" }.Select(rig => new StepCheck(_engine, Rigs.Load(rig).Capabilities))];
        _scenarios = checks[0].Check(
        [
            .. FeatureReader.Read([Features()], _engine).Where(one => checks.All(check => check.Lacks(one).Count == 0)),
        ]);
    }

    [Benchmark]
    public int OnTheModelAlone() => Run(Rigs.None, jobs: 1);

    [Benchmark(Baseline = true)]
    public int OnPins() => Run("virtual", jobs: 1);

    [Benchmark]
    public int OnPinsTwoAtOnce() => Run("virtual", jobs: 2);

    private int Run(string rig, int jobs)
    {
        var plan = Rigs.Load(rig);
        return Passed.In(new Runner(_engine, new RunOptions
        {
            Jobs = jobs,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
        }).Run(_scenarios));
    }

    private static string Features()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "features"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "features");
    }
}

/// <summary>A step with a number and a name that does nothing.</summary>
[Binding]
public sealed class EightSteps
{
    public int Done { get; private set; }

    [Given("step {int} of {string}")]
    public void GivenStep(int step, string name) => Done += step + name.Length;
}

/// <summary>A benchmark of red scenarios measures nothing.</summary>
internal static class Passed
{
    public static int In(IReadOnlyList<ScenarioResult> results) =>
        results.All(result => result.Verdict == Verdict.Passed)
            ? results.Count
            : throw new InvalidOperationException(results.First(one => one.Verdict != Verdict.Passed).Message);
}
