using HilBench.Scenarios.Reports;

namespace HilBench.Runs;

/// <summary>How long scenarios take, for shards that take equally long.</summary>
public static class Weights
{
    /// <summary>As they took in an earlier run.</summary>
    /// <param name="report">The folder of its report.</param>
    /// <returns>Seconds, by the name of a scenario in the history.</returns>
    /// <exception cref="HilBench.Input.SettingsException">There is no such report.</exception>
    public static IReadOnlyDictionary<string, double> Of(string report) => RunFile.Read(report).Scenarios
        .Where(one => one.Seconds > 0)
        .GroupBy(one => $"{one.Suite}: {one.Name}", StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Max(one => one.Seconds), StringComparer.Ordinal);
}
