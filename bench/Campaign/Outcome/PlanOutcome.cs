using HilBench.Campaign.Plans;
using HilBench.Campaign.Runs;
using HilBench.Campaign.Tally;

namespace HilBench.Campaign.Outcome;

/// <summary>What one plan of a file came to.</summary>
/// <param name="Name">"plan", or the name of the what-if.</param>
/// <param name="Description">Its one line.</param>
/// <param name="Updated">Meters updated on the last day.</param>
/// <param name="UpdatedByDeadline">Meters updated at the end of the deadline's day.</param>
/// <param name="Deadline">The day of the deadline.</param>
/// <param name="NotUpdated">Meters that are not.</param>
/// <param name="Calls">Calls to the help desk.</param>
/// <param name="Visits">Visits of a technician.</param>
/// <param name="SalesRefused">Purchases the utility refused.</param>
/// <param name="KwhInHand">Credit at stake on the last day: bought, and neither loaded nor lost.</param>
/// <param name="MostKwhInHand">The same on the day on which it was most.</param>
/// <param name="KwhLost">Credit on tokens that no meter takes any more.</param>
/// <param name="KwhReplaced">Of that, replaced by the help desk.</param>
/// <param name="TokensLost">How many such tokens.</param>
/// <param name="Dark">Houses without credit on the last day in which somebody is.</param>
/// <param name="WhyNot">Why meters are not updated, most frequent first.</param>
/// <param name="CallsByCause">What the calls were about, most frequent first.</param>
/// <param name="Published">What was published, beside it.</param>
/// <param name="Days">Day by day.</param>
public sealed record PlanOutcome(
    string Name, string Description, Figure Updated, Figure UpdatedByDeadline, DateOnly Deadline, Figure NotUpdated,
    Figure Calls, Figure Visits, Figure SalesRefused, Figure KwhInHand, long MostKwhInHand, Figure KwhLost,
    Figure KwhReplaced, Figure TokensLost, Figure Dark, IReadOnlyList<CauseFigure> WhyNot,
    IReadOnlyList<CauseFigure> CallsByCause, IReadOnlyList<PublishedMiss> Published, DayFigures Days)
{
    private const int UnitsPerKwh = 10;

    internal static PlanOutcome Of(CampaignResult result, int at)
    {
        var (name, description, plan) = result.Variants[at];
        var last = plan.Days - 1;
        Figure Count(Func<DaySums, long> count) => Figure.Of(result.Estimate(at, count));
        Figure Total(Measure measure) => Count(sums => sums.Total(measure));
        var days = DaysOf(result, at, plan);
        return new PlanOutcome(
            name,
            description,
            Total(Measure.Updated),
            Count(sums => sums.UpTo(Measure.Updated, plan.DayOf(plan.Deadline.Date))),
            plan.Deadline.Date,
            Count(sums => result.Meters - sums.Total(Measure.Updated)),
            Count(sums => Causes.All.Sum(sums.TotalCalls)),
            Total(Measure.Visits),
            Total(Measure.SalesRefused),
            Count(sums => InHand(sums, last) / UnitsPerKwh),
            days.KwhInHand.Max(),
            Count(sums => sums.Total(Measure.Lost) / UnitsPerKwh),
            Count(sums => sums.Total(Measure.Replaced) / UnitsPerKwh),
            Total(Measure.TokensLost),
            Count(sums => DarkOn(sums, last)),
            ByCause(cause => Count(sums => sums.WhyNot(cause))),
            ByCause(cause => Count(sums => sums.TotalCalls(cause))),
            at == 0 ? [.. result.Plan.Published.Select(one => Missed(one, plan, Count))] : [],
            days);
    }

    private static PublishedMiss Missed(PublishedFigure one, CampaignPlan plan, Func<Func<DaySums, long>, Figure> count)
    {
        var day = plan.DayOf(one.Date);
        var here = one.What == PublishedWhat.Updated
            ? count(sums => sums.UpTo(Measure.Updated, day))
            : count(sums => sums.UpTo(Measure.FirstPurchases, day));
        if (one.What == PublishedWhat.NeverBought) here = here with { Mean = plan.Meters - here.Mean };
        var miss = one.Figure == 0 ? 0 : Math.Round(((double)here.Mean / one.Figure - 1) * 100, 1);
        var what = Causes.Dashed(one.What.ToString());
        return new PublishedMiss(one.Date, what, one.Figure, here, miss, one.IsFitted ? "fit" : "predict");
    }

    private static IReadOnlyList<CauseFigure> ByCause(Func<Cause, Figure> count) =>
    [
        .. Causes.All.Select(cause => new CauseFigure(Causes.Name(cause), Causes.Words(cause), count(cause)))
            .Where(one => one.Count.Mean > 0)
            .OrderByDescending(one => one.Count.Mean),
    ];

    private static DayFigures DaysOf(CampaignResult result, int at, CampaignPlan plan)
    {
        IReadOnlyList<long> EachDay(Func<DaySums, int, long> count) =>
        [
            .. Enumerable.Range(0, plan.Days)
                .Select(day => (long)Math.Round(result.Estimate(at, sums => count(sums, day)).Mean)),
        ];
        return new DayFigures(
            EachDay((sums, day) => sums.UpTo(Measure.Updated, day)),
            EachDay((sums, day) => Causes.All.Sum(cause => sums.Calls(cause)[day])),
            EachDay((sums, day) => InHand(sums, day) / UnitsPerKwh),
            EachDay(DarkOn));
    }

    private static long InHand(DaySums sums, int day) =>
        sums.UpTo(Measure.Bought, day) + sums.UpTo(Measure.Replaced, day)
        - sums.UpTo(Measure.Loaded, day) - sums.UpTo(Measure.Lost, day);

    private static long DarkOn(DaySums sums, int day) =>
        sums.UpTo(Measure.WentDark, day) - sums.UpTo(Measure.LitAgain, day);
}
