using System.Text.Json;
using HilBench.Campaign.Runs;
using HilBench.Campaign.Tally;

namespace HilBench.Campaign.Outcome;

/// <summary>
/// What a campaign came to, for all meters of the utility: each figure is the mean over the seeds, scaled from the
/// meters that were lived.
/// </summary>
/// <param name="Plan">The plan's name.</param>
/// <param name="Description">Its one line.</param>
/// <param name="Meters">Meters of the utility.</param>
/// <param name="Lived">Meters that were lived for each plan and seed.</param>
/// <param name="Seed">The first seed.</param>
/// <param name="Seeds">How many seeds.</param>
/// <param name="Begins">The first day.</param>
/// <param name="Ends">The last day.</param>
/// <param name="TokensPerMeter">Tokens and codes handed in, of the plan itself.</param>
/// <param name="Plans">The plan, then its what-ifs.</param>
public sealed record CampaignSummary(
    string Plan, string Description, long Meters, long Lived, ulong Seed, int Seeds, DateOnly Begins, DateOnly Ends,
    double TokensPerMeter, IReadOnlyList<PlanOutcome> Plans)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        IndentSize = 2,
    };

    public static CampaignSummary Of(CampaignResult result)
    {
        var plan = result.Variants[0].Plan;
        var plans = Enumerable.Range(0, result.Variants.Count).Select(i => PlanOutcome.Of(result, i)).ToArray();
        var tokens = Enumerable.Range(0, result.Seeds).Sum(seed => result.Of(seed, 0).Total(Measure.Tokens));
        return new CampaignSummary(
            result.Plan.Name, plan.Description, result.Plan.Meters, result.Meters, result.Seed, result.Seeds,
            plan.Begins, plan.Ends, Math.Round((double)tokens / (result.Meters * result.Seeds), 2), plans);
    }

    /// <summary>One line for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>The same for people who look into <c>summary.json</c>.</summary>
    public byte[] ToFile() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Indented), (byte)'\n'];
}

/// <summary>A figure for all meters, and one standard deviation between the seeds.</summary>
public readonly record struct Figure(long Mean, long Spread)
{
    internal static Figure Of(Estimate estimate) =>
        new((long)Math.Round(estimate.Mean), (long)Math.Round(estimate.Spread));
}

/// <summary>Meters or calls of one cause.</summary>
/// <param name="Cause">Its name in the tables.</param>
/// <param name="Words">The same for people.</param>
/// <param name="Count">How many.</param>
public sealed record CauseFigure(string Cause, string Words, Figure Count);

/// <summary>A published figure beside the one of the plan.</summary>
/// <param name="Date">The day.</param>
/// <param name="What"><c>updated</c> or <c>never-bought</c>.</param>
/// <param name="Published">What was published.</param>
/// <param name="Here">What the plan says.</param>
/// <param name="MissPercent">How much more, or less, the plan says.</param>
/// <param name="Use"><c>fit</c>: the plan was fitted on it; <c>predict</c>: it was not.</param>
public sealed record PublishedMiss(
    DateOnly Date, string What, long Published, Figure Here, double MissPercent, string Use);

/// <summary>Counts at the end of each day.</summary>
/// <param name="Updated">Meters updated by then.</param>
/// <param name="Calls">Calls on that day.</param>
/// <param name="KwhInHand">Bought by then, and neither loaded nor lost.</param>
/// <param name="Dark">Houses without credit in which somebody is.</param>
public sealed record DayFigures(
    IReadOnlyList<long> Updated, IReadOnlyList<long> Calls, IReadOnlyList<long> KwhInHand, IReadOnlyList<long> Dark);
