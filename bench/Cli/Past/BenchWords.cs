using HilBench.History;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary>What each bench of a run of the past has run, in a line for each.</summary>
internal static class BenchWords
{
    /// <summary>No line for a run of which nobody said where it was.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<PastScenario> scenarios) => scenarios
        .Where(one => one.Where is not null)
        .GroupBy(one => one.Where! with { Attempt = 1, Lost = [] })
        .OrderBy(bench => bench.Key.InWords, StringComparer.Ordinal)
        .Select(bench => $"{CountsOf(bench)} {bench.Key.InWords}");

    /// <summary>A bench and its meter, as the end of a list; empty when nobody said.</summary>
    public static string Of(RunPlace? where) => (where is { Bench.Length: > 0 } ? $", bench {where.Bench}" : "")
        + (where is { Meter.Length: > 0 } ? $", {where.Meter}" : "");

    private static string CountsOf(IEnumerable<PastScenario> scenarios) => string.Join(
        ", ",
        scenarios.GroupBy(one => one.Verdict).OrderBy(one => one.Key).Select(one => $"{one.Count()} {one.Key.Word()}"));
}
