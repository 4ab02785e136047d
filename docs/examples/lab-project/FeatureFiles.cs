using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;
using Xunit;

namespace Lab.Project;

/// <summary>Every scenario of the feature files as a test, read at run time as <c>hilbench run</c> does.</summary>
public sealed class FeatureFiles
{
    private static readonly RigPlan Rig = Rigs.Load("virtual");
    private static readonly StepEngine Steps = StepEngine.Of(typeof(Bench).Assembly, typeof(LabSteps).Assembly);
    private static readonly IReadOnlyList<ScenarioCase> Scenarios = new StepCheck(Steps, Rig.Capabilities).Check(
        FeatureReader.Read([Path.Combine(AppContext.BaseDirectory, "credit.feature")], Steps));

    public static TheoryData<string> Names => [.. Scenarios.Select(one => one.Identity.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario(string name)
    {
        var options = new RunOptions
        {
            Seed = Rig.Seed,
            Judge = MeterJudge.Judge,
            Provide = scenario => scenario.RegisterInstanceAs(Rig, typeof(RigPlan)),
        };
        var result = new Runner(Steps, options).Run([.. Scenarios.Where(one => one.Identity.Name == name)])[0];
        Assert.True(result.Verdict == Verdict.Passed, string.Join('\n', FailureText.Of(result)));
    }
}
