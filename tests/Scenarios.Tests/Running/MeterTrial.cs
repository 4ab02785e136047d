using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Running;

/// <summary>Scenarios in the bench's own sentences, run as <c>hilbench run</c> does.</summary>
internal static class MeterTrial
{
    public static StepEngine Sentences { get; } = StepEngine.Of(typeof(Bench).Assembly);

    public static IReadOnlyList<ScenarioResult> Run(
        string feature, string rig = Rigs.None, int jobs = 1, ulong seed = 1) =>
        Run(Trial.Read(feature, Sentences), rig, jobs, seed);

    public static IReadOnlyList<ScenarioResult> Run(
        IReadOnlyList<ScenarioCase> cases, string rig = Rigs.None, int jobs = 1, ulong seed = 1)
    {
        var plan = Rigs.Load(rig);
        var bound = new StepCheck(Sentences, plan.Capabilities).Check(cases);
        return new Runner(Sentences, new RunOptions
        {
            Jobs = jobs,
            Seed = seed,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
        }).Run(bound);
    }

    /// <summary>One scenario of these lines on the model alone.</summary>
    public static ScenarioResult RunOne(params IReadOnlyList<string> lines) =>
        Assert.Single(Run(Trial.Scenario(lines)));

    public static void Passes(params IReadOnlyList<string> lines)
    {
        var result = RunOne(lines);
        Assert.True(result.Verdict == Verdict.Passed, $"{result.Step}: {result.Message}");
    }

    public static IReadOnlyList<string> Mistakes(params IReadOnlyList<string> lines) =>
        Assert.Throws<FeatureMistakesException>(() => RunOne(lines)).Mistakes;
}
