using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// A lab may run a scenario on each of its benches. Then a report has several results of one scenario, and everything
/// that is called by the scenario has the name of the bench beside it.
/// </summary>
internal sealed class OnEachBench(RunRecord run)
{
    private readonly HashSet<Place> _several =
    [
        .. run.Results.Where(result => result.Where is { Bench.Length: > 0 }).GroupBy(result => result.Case.Place)
            .Where(one => one.Skip(1).Any()).Select(one => one.Key),
    ];

    /// <summary>The bench that tells this result from others of its scenario; null when there is no other.</summary>
    public string? BenchOf(ScenarioResult result) =>
        result.Where is { Bench.Length: > 0 } place && _several.Contains(result.Case.Place) ? place.Bench : null;
}
