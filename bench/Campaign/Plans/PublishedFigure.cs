namespace HilBench.Campaign.Plans;

/// <summary>What was published about a campaign, to compare with.</summary>
/// <param name="Date">The day it speaks of.</param>
/// <param name="What">Meters updated, or meters that never bought.</param>
/// <param name="Figure">How many of all the meters of the plan.</param>
/// <param name="IsFitted">True when the plan was fitted on it; otherwise it is predicted.</param>
internal sealed record PublishedFigure(DateOnly Date, PublishedWhat What, long Figure, bool IsFitted);

internal enum PublishedWhat
{
    Updated,
    NeverBought,
}

/// <summary>A setting that may be fitted, such as <c>people.pace</c>, and on which day's figure.</summary>
internal sealed record FitSetting(string Setting, double Least, double Most, DateOnly Date);

/// <summary>One of the plans that stand in a file: the plan itself, or the plan with something changed.</summary>
internal sealed record Variant(string Name, string Description, CampaignPlan Plan);
