using HilBench.Campaign.Plans;
using HilBench.Campaign.Tally;

namespace HilBench.Campaign.Runs;

/// <summary>What was counted: for each seed and each plan, day by day.</summary>
public sealed class CampaignResult
{
    private readonly DaySums[][] _sums;

    internal CampaignResult(
        PlanFile plan, long meters, ulong seed, IReadOnlyList<Variant> variants, DaySums[][] sums)
    {
        (Plan, Meters, Seed, Variants, _sums) = (plan, meters, seed, variants, sums);
    }

    public PlanFile Plan { get; }

    /// <summary>Meters lived, for each plan and seed.</summary>
    public long Meters { get; }

    public ulong Seed { get; }

    public int Seeds => _sums.Length;

    /// <summary>Meters of the utility for each that was lived.</summary>
    public double Scale => (double)Plan.Meters / Meters;

    /// <summary>Tokens handed in, over all plans and seeds.</summary>
    public long Tokens => _sums.Sum(seed => seed.Sum(sums => sums.Total(Measure.Tokens)));

    internal IReadOnlyList<Variant> Variants { get; }

    internal DaySums Of(int seed, int variant) => _sums[seed][variant];

    /// <summary>A count over all seeds, scaled to the meters of the utility, and how far seeds differ.</summary>
    internal Estimate Estimate(int variant, Func<DaySums, long> count)
    {
        var values = _sums.Select(seed => count(seed[variant]) * Scale).ToArray();
        var mean = values.Average();
        var spread = values.Length < 2
            ? 0
            : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return new Estimate(mean, spread);
    }
}

/// <summary>A figure for all meters of the utility.</summary>
/// <param name="Mean">Over the seeds.</param>
/// <param name="Spread">One standard deviation between seeds; 0 for one seed.</param>
internal readonly record struct Estimate(double Mean, double Spread);
