extern alias Ours;

using HilBench.Rig.Files;
using Reqnroll.BoDi;

namespace HilBench.OnReqnroll;

/// <summary>
/// Puts into Reqnroll's container of each scenario what <c>hilbench run</c> provides: the rig, the seed, and the means
/// to stop it.
/// </summary>
[Binding]
public sealed class BenchUnderReqnroll(
    IObjectContainer container, FeatureContext feature, ScenarioContext scenario, IReqnrollOutputHelper output)
{
    private static readonly RigPlan Plan = RigFiles.Load("virtual");

    /// <summary>Before any other hook. The place in the output is how tests/Reqnroll/run finds our verdict.</summary>
    [BeforeScenario(Order = 0)]
    public void TheRigIsTheVirtualOne()
    {
        var place = ScenarioPlaces.Of(feature.FeatureInfo, scenario.ScenarioInfo);
        output.WriteLine($"scenario {place}");
        container.RegisterInstanceAs(Plan);
        container.RegisterInstanceAs(RunStop.Never);
        container.RegisterInstanceAs(ScenarioSeed.For(Plan.Seed, place));
    }
}
