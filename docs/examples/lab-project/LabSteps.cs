using HilBench.Scenarios.World;
using Reqnroll;

namespace Lab.Project;

/// <summary>A sentence of the lab, with a class of the bench.</summary>
[Binding]
public sealed class LabSteps(Bench bench, IReqnrollOutputHelper output)
{
    [Given("somebody stands beside the meter")]
    public void GivenSomebodyStandsBesideIt() => output.WriteLine($"it is {bench.Now:HH:mm} on the wall");
}
