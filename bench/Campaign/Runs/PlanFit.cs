using System.Text.Json;
using HilBench.Campaign.Plans;
using HilBench.Campaign.Shards;
using HilBench.Campaign.Tally;
using HilBench.Tokens;

namespace HilBench.Campaign.Runs;

/// <summary>A setting that was fitted, and how well the plan then meets the figure it was fitted on.</summary>
public sealed record Fitted(string Setting, double Value, DateOnly Date, long Published, long Here);

/// <summary>All settings of a plan that were fitted.</summary>
public sealed record FitResult(string Plan, long Lived, ulong Seed, IReadOnlyList<Fitted> Settings)
{
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

/// <summary>
/// Finds the settings that a plan names in "fit", each on one published figure: in turn, each by false position with
/// the others held, until nothing moves. Days after the last of these figures are not lived, so nothing that was
/// published later can have a say.
/// </summary>
public sealed class PlanFit(PlanFile file, long meters, ulong seed, int jobs)
{
    private const int Rounds = 6;
    private const int Steps = 12;
    private const int Digits = 4;

    /// <summary>Near enough: a thousandth of the figure.</summary>
    private const double Enough = 0.001;

    /// <exception cref="Input.SettingsException">The plan has nothing to fit.</exception>
    public FitResult Run(CancellationToken stop)
    {
        if (file.Fit.Count == 0)
            throw new Input.SettingsException($"plan {file.Name} has no \"fit\": no setting to find");
        var plan = file;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var one in file.Fit) plan = Solve(plan, one, stop);
            var now = plan;
            if (file.Fit.All(one => Math.Abs(Miss(now, one, stop)) <= Enough)) break;
        }

        return new FitResult(file.Name, meters, seed, [.. file.Fit.Select(one => ResultOf(plan, one, stop))]);
    }

    private Fitted ResultOf(PlanFile plan, FitSetting one, CancellationToken stop) => new(
        one.Setting, (double)plan.ValueOf(one.Setting), one.Date, FigureOf(one),
        (long)Math.Round(FigureOf(one) * (1 + Miss(plan, one, stop))));

    /// <summary>False position in the Illinois manner: the end that stays is halved.</summary>
    private PlanFile Solve(PlanFile plan, FitSetting one, CancellationToken stop)
    {
        double At(double value) => Miss(With(plan, one, value), one, stop);
        if (Math.Abs(Miss(plan, one, stop)) <= Enough / 2) return plan;
        var (low, high) = (one.Least, one.Most);
        var (missLow, missHigh) = (At(low), At(high));
        if (missLow * missHigh > 0)
            return With(plan, one, Math.Abs(missLow) < Math.Abs(missHigh) ? low : high);
        var value = low;
        for (var step = 0; step < Steps; step++)
        {
            value = (low * missHigh - high * missLow) / (missHigh - missLow);
            var miss = At(value);
            if (Math.Abs(miss) <= Enough / 2) break;
            if (miss * missHigh < 0) (low, missLow) = (high, missHigh);
            else missLow /= 2;
            (high, missHigh) = (value, miss);
        }

        return With(plan, one, value);
    }

    private static PlanFile With(PlanFile plan, FitSetting one, double value) =>
        plan.With(one.Setting, Math.Round((decimal)value, Digits));

    private long FigureOf(FitSetting one) =>
        file.Published.First(figure => figure.IsFitted && figure.Date == one.Date).Figure;

    /// <summary>How much more of the figure the plan has: 0.1 = a tenth too many.</summary>
    private double Miss(PlanFile plan, FitSetting one, CancellationToken stop)
    {
        var last = file.Fit.Max(fit => fit.Date);
        var shortened = plan.Variants[0] with { Plan = plan.Variants[0].Plan with { Ends = last } };
        var updated = new long[ShardName.CountOf(meters)];
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = stop };
        Parallel.For(0, updated.Length, options, i =>
        {
            var shard = Shard.Live([shortened], StaTables.Sample, new ShardName(seed, i), meters, stop);
            updated[i] = shard.Sums[0].UpTo(Measure.Updated, shortened.Plan.DayOf(one.Date));
        });
        return updated.Sum() * ((double)file.Meters / meters) / FigureOf(one) - 1;
    }
}
