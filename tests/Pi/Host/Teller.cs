using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Pi;

/// <summary>One line for each scenario as it ends.</summary>
internal sealed class Teller : IRunListener
{
    public void Started(ScenarioCase scenario)
    {
    }

    public void Finished(ScenarioResult result) => Console.WriteLine(FormattableString.Invariant(
        $"  {result.Verdict,-8} {result.WallTime.TotalSeconds,5:0.0} s  {result.Case.Feature}: {result.Case.Title}"));
}
