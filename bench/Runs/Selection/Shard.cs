using System.Globalization;
using HilBench.History;
using HilBench.Scenarios;
using HilBench.Scenarios.Features;

namespace HilBench.Runs;

/// <summary>One of several parts of a run, such as the second of five: each runs on a machine of its own.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Count">How many there are.</param>
public sealed record Shard(int Number, int Count)
{
    /// <summary>More machines than that nobody has for one run.</summary>
    public const int Most = 1000;

    /// <summary>From <c>2/5</c>; null when it is none.</summary>
    public static Shard? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && NumberOf(parts[0]) is { } number && NumberOf(parts[1]) is { } count
            && number <= count ? new Shard(number, count) : null;
    }

    /// <summary>
    /// The scenarios of this shard, in their order. Without weights a scenario stays in its shard whatever else is
    /// added to the features: only its own feature, file and name decide. With weights the slowest scenarios are dealt
    /// out first, each to the shard that has least to do.
    /// </summary>
    /// <param name="all">Those of all shards together.</param>
    /// <param name="weights">How long a scenario takes, by its name in the history; null when nobody knows.</param>
    public IReadOnlyList<ScenarioCase> Pick(
        IReadOnlyList<ScenarioCase> all, IReadOnlyDictionary<string, double>? weights)
    {
        if (weights is null) return [.. all.Where(one => ByName(one) == Number)];
        var dealt = Deal(all, weights);
        return [.. all.Where((_, at) => dealt[at] == Number)];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    /// <summary>The rounds of a scenario are spread over the shards, too.</summary>
    private int ByName(ScenarioCase scenario) =>
        (int)(ScenarioSeed.For(0, RunLog.NameOf(scenario)).Value % (ulong)Count) + 1;

    private int[] Deal(IReadOnlyList<ScenarioCase> all, IReadOnlyDictionary<string, double> weights)
    {
        var known = all.Select(one => weights.GetValueOrDefault(RunLog.NameOf(one), double.NaN)).ToArray();
        double[] sorted = [.. known.Where(double.IsFinite).Order()];
        // What nobody has measured yet takes as long as most do.
        var usual = sorted.Length == 0 ? 1 : sorted[sorted.Length / 2];
        var load = new double[Count];
        var dealt = new int[all.Count];
        foreach (var at in Enumerable.Range(0, all.Count)
            .OrderByDescending(at => double.IsFinite(known[at]) ? known[at] : usual).ThenBy(at => at))
        {
            var least = Array.IndexOf(load, load.Min());
            load[least] += double.IsFinite(known[at]) ? known[at] : usual;
            dealt[at] = least + 1;
        }

        return dealt;
    }

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= 1 and <= Most ? number : null;
}
