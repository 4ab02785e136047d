using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Specs;

/// <summary>
/// The same scenarios on the other rigs that need no hardware: all that a rig can run, and at least as many as when
/// this was written, so that no scenario is lost unnoticed.
/// </summary>
public sealed class OtherRigSpecs
{
    [Theory]
    [InlineData("virtual-i2c", 434)]
    [InlineData("serial-panel", 420)]
    [InlineData("token-port", 160)]
    [InlineData("none", 420)]
    public void The_meter_keeps_its_promises_there_too(string rig, int atLeast)
    {
        var plan = Rigs.Load(rig);
        var engine = StepEngine.Of(typeof(Bench).Assembly);
        var check = new StepCheck(engine, plan.Capabilities);
        var fitting = FeatureFolder.Scenarios.Where(scenario => check.Lacks(scenario).Count == 0).ToArray();
        Assert.InRange(fitting.Length, atLeast, FeatureFolder.Scenarios.Count);
        var results = new Runner(engine, new RunOptions
        {
            Jobs = Environment.ProcessorCount,
            Seed = plan.Seed,
            Stop = TestContext.Current.CancellationToken,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
        }).Run(check.Check(fitting));
        Assert.Equal(fitting.Length, results.Count);
        Assert.All(results, result => Assert.True(
            result.Verdict == Verdict.Passed, $"{result.Case.Place}\n{string.Join('\n', FailureText.Of(result))}"));
    }

    /// <summary>README.md says so, too.</summary>
    [Fact]
    public void Rig_virtual_leaves_out_the_eight_scenarios_that_need_a_cable_and_those_of_split_meters()
    {
        var plan = Rigs.Load("virtual");
        var check = new StepCheck(StepEngine.Of(typeof(Bench).Assembly), plan.Capabilities);
        var lacking = FeatureFolder.Scenarios.Where(scenario => check.Lacks(scenario).Count > 0).ToList();
        var split = FeatureFolder.Scenarios
            .Where(one => one.Place.File.StartsWith("features/split/", StringComparison.Ordinal)).ToList();
        Assert.InRange(split.Count, 30, 100);
        Assert.Equal(8, lacking.Except(split).Count());
        Assert.Empty(split.Except(lacking));
        Assert.All(lacking, scenario => Assert.Subset(plan.LeavesOut.ToHashSet(), check.Lacks(scenario).ToHashSet()));
    }

    /// <summary>A rig file leaves out exactly the scenarios that would otherwise be refused.</summary>
    [Fact]
    public void A_serial_panel_leaves_out_only_what_its_file_says()
    {
        var plan = Rigs.Load("serial-panel");
        var check = new StepCheck(StepEngine.Of(typeof(Bench).Assembly), plan.Capabilities);
        var lacking = FeatureFolder.Scenarios.SelectMany(check.Lacks).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(plan.LeavesOut.Order(StringComparer.Ordinal), lacking);
    }
}
