using System.Diagnostics;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;
using HilBench.Simulation.Lives;

namespace HilBench.Cli;

/// <summary>
/// Runs lives as features on the virtual rig: keys are pressed on the emulated pad, answers are read from the glass.
/// </summary>
internal sealed class PinLives(IReadOnlyList<PinLife> lives, int jobs, CancellationToken stop)
{
    private const string Rig = "virtual";

    /// <summary>What came of them: how many, their events, how long it took, and the first that differs.</summary>
    public PinResult Run()
    {
        if (lives.Count == 0) return PinResult.None;
        var watch = Stopwatch.StartNew();
        using var engine = StepEngine.Of([typeof(Bench).Assembly]);
        var plan = Rigs.Load(Rig) with { Stop = stop };
        var wrong = Wrong(engine, plan, [.. lives.Select(life => life.Feature)]);
        var at = wrong.FindIndex(one => one is not null);
        var failure = at < 0 ? null : lives[at].Shortest(feature => Wrong(engine, plan, [feature])[0]);
        return new PinResult(lives.Count, lives.Sum(life => (long)life.Events), watch.Elapsed, failure);
    }

    private List<string?> Wrong(StepEngine engine, RigPlan plan, IReadOnlyList<string> features)
    {
        var cases = features.SelectMany((text, i) =>
            FeatureReader.Parse(new StringReader(text), $"life-{i + 1}.feature", engine)).ToArray();
        var check = new StepCheck(engine, plan.Capabilities) { Jobs = jobs };
        var results = new Runner(engine, new RunOptions
        {
            Jobs = Math.Min(jobs, plan.MostAtOnce),
            Seed = plan.Seed,
            Stop = stop,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
            KeepsOutput = false,
        }).Run(check.Check(cases));
        stop.ThrowIfCancellationRequested();
        return [.. results.Select(Told)];
    }

    private static string? Told(ScenarioResult result) => result.Verdict == Verdict.Passed
        ? null
        : $"through pins: {result.Verdict.Word()}: {result.Step?.Text}: {result.Message}";
}

/// <summary>What came of the lives that ran through pins.</summary>
/// <param name="Lives">How many.</param>
/// <param name="Events">What happened in them.</param>
/// <param name="Took">How long that took, by the clock on the wall.</param>
/// <param name="Failure">The first that differs from the model, at its shortest.</param>
internal sealed record PinResult(int Lives, long Events, TimeSpan Took, Failure? Failure)
{
    public static PinResult None { get; } = new(0, 0, TimeSpan.Zero, null);
}
