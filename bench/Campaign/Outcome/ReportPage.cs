using System.Globalization;
using System.Net;
using System.Text;

namespace HilBench.Campaign.Outcome;

/// <summary>The page about a campaign: one file, without anything from elsewhere, for light and dark screens.</summary>
public static class ReportPage
{
    private const int DaysOfAWeek = 7;

    private const string Style = """
        :root { color-scheme: light dark; --line: #d4d8de; --soft: #5b6470; --back: #ffffff; --text: #1b1f24; }
        @media (prefers-color-scheme: dark) {
          :root { --line: #3a414b; --soft: #a4adb9; --back: #14171b; --text: #e6e9ed; }
        }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem;
               background: var(--back); color: var(--text); }
        h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; }
        p.soft, td.soft, figcaption { color: var(--soft); }
        .wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--line); text-align: right;
                 vertical-align: top; }
        th:first-child, td:first-child { text-align: left; } th { font-weight: 600; }
        figure { margin: .5rem 0 0; } svg { width: 100%; height: auto; display: block; }
        .key { display: inline-block; width: .8em; height: .8em; border-radius: 2px; margin-right: .35em; }
        .key + span { margin-right: 1.2em; }
        """;

    public static byte[] Of(CampaignSummary summary)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Campaign {Html(summary.Plan)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1>Campaign {Html(summary.Plan)}</h1>
            <p class="soft">{Html(summary.Description)}<br>{Size(summary)}</p>

            """);
        var plan = summary.Plans[0];
        Section(page, "Meters updated by day", Keys(summary), Plots.Lines("u", summary, one => one.Days.Updated, true),
            "The dotted line is the end of the deadline's day. Points were published: full ones the plan was fitted "
            + "on, open ones it predicts.");
        Published(page, plan);
        SideBySide(page, summary);
        Causes(page, "Why meters are not updated", "w", plan.WhyNot, "Every meter has a key by now.");
        Causes(page, "Calls to the help desk", "c", plan.CallsByCause, "Nobody called.");
        Section(page, "Calls by day", Keys(summary), Plots.Lines("d", summary, one => Smooth(one.Days.Calls), false),
            "The mean of the last seven days.");
        Section(page, "Credit at stake", Keys(summary), Plots.Lines("s", summary, one => one.Days.KwhInHand, false),
            "Kilowatt-hours bought by then, and neither in a meter nor lost.");
        Section(page, "Houses in the dark", Keys(summary), Plots.Lines("n", summary, one => one.Days.Dark, false),
            "Somebody is in, and the credit has run out.");
        page.Append("</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Section(StringBuilder page, string title, string before, string picture, string after) =>
        page.Append(CultureInfo.InvariantCulture, $"""
            <h2>{title}</h2>
            {before}
            <figure aria-label="{title}">
            {picture}
            <figcaption>{after}</figcaption>
            </figure>

            """);

    private static void Causes(
        StringBuilder page, string title, string id, IReadOnlyList<CauseFigure> causes, string none)
    {
        if (causes.Count > 0) Section(page, title, "", Plots.Bars(id, causes), "");
        else page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>\n<p>{none}</p>\n");
    }

    private static void Published(StringBuilder page, PlanOutcome plan)
    {
        if (plan.Published.Count == 0) return;
        page.Append("<h2>What was published</h2>\n<div class=\"wide\"><table>\n")
            .Append("<tr><th>day</th><th>what</th><th>published</th><th>this plan</th><th>miss</th><th></th></tr>\n");
        foreach (var one in plan.Published)
        {
            var use = one.Use == "fit" ? "fitted on" : "predicted";
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{one.Date:yyyy-MM-dd}</td><td>{one.What}</td><td>{one.Published:N0}</td>"
                + $"<td>{Said(one.Here)}</td><td>{one.MissPercent:+0.0;-0.0;0.0} %</td>"
                + $"<td class=\"soft\">{use}</td></tr>\n");
        }

        page.Append("</table></div>\n");
    }

    private static void SideBySide(StringBuilder page, CampaignSummary summary)
    {
        page.Append("<h2>Side by side</h2>\n<div class=\"wide\"><table>\n<tr><th></th>");
        foreach (var plan in summary.Plans)
            page.Append(CultureInfo.InvariantCulture, $"<th title=\"{Html(plan.Description)}\">{Html(plan.Name)}</th>");
        page.Append("</tr>\n");
        foreach (var (name, figure) in Rows(summary))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Html(name)}</td>");
            foreach (var plan in summary.Plans)
                page.Append(CultureInfo.InvariantCulture, $"<td>{Said(figure(plan))}</td>");
            page.Append("</tr>\n");
        }

        page.Append("</table></div>\n");
        foreach (var plan in summary.Plans.Skip(1))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"soft\"><b>{Html(plan.Name)}</b>: {Html(plan.Description)}</p>\n");
        }

        if (summary.Seeds > 1)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"soft\">± is one standard deviation between {summary.Seeds} seeds.</p>\n");
        }
    }

    /// <summary>The figures that are set side by side, here and on a terminal.</summary>
    public static IReadOnlyList<(string Name, Func<PlanOutcome, Figure> Of)> Rows(CampaignSummary summary) =>
    [
        ($"updated by {summary.Plans[0].Deadline:d MMMM yyyy}", plan => plan.UpdatedByDeadline),
        ($"updated by {summary.Ends:d MMMM yyyy}", plan => plan.Updated),
        ("not updated", plan => plan.NotUpdated),
        ("calls to the help desk", plan => plan.Calls),
        ("visits", plan => plan.Visits),
        ("purchases refused", plan => plan.SalesRefused),
        ("tokens lost", plan => plan.TokensLost),
        ("kWh lost", plan => plan.KwhLost),
        ("kWh replaced", plan => plan.KwhReplaced),
        ("kWh at stake on the last day", plan => plan.KwhInHand),
        ("houses in the dark on the last day", plan => plan.Dark),
    ];

    /// <summary>How many meters stand behind the figures.</summary>
    public static string Size(CampaignSummary summary)
    {
        var lived = summary.Lived == summary.Meters
            ? string.Create(CultureInfo.InvariantCulture, $"{summary.Meters:N0} meters")
            : string.Create(CultureInfo.InvariantCulture, $"{summary.Lived:N0} meters, scaled to {summary.Meters:N0}");
        var seeds = summary.Seeds == 1 ? $"seed {summary.Seed}" : $"{summary.Seeds} seeds from {summary.Seed}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{lived}; {seeds}; {summary.Begins:yyyy-MM-dd} to {summary.Ends:yyyy-MM-dd}; "
            + $"{summary.TokensPerMeter:0.00} tokens a meter");
    }

    /// <summary>A figure with its spread, where there is one.</summary>
    public static string Said(Figure figure) => figure.Spread == 0
        ? figure.Mean.ToString("N0", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{figure.Mean:N0} ± {figure.Spread:N0}");

    private static string Keys(CampaignSummary summary)
    {
        if (summary.Plans.Count == 1) return "";
        var keys = new StringBuilder("<p>");
        for (var i = 0; i < summary.Plans.Count; i++)
        {
            keys.Append(
                CultureInfo.InvariantCulture,
                $"<span class=\"key\" style=\"background:{Plots.Colours[i % Plots.Colours.Length]}\"></span>"
                + $"<span>{Html(summary.Plans[i].Name)}</span>");
        }

        return keys.Append("</p>").ToString();
    }

    private static IReadOnlyList<long> Smooth(IReadOnlyList<long> days) =>
        [.. days.Select((_, day) => (long)days.Take(day + 1).TakeLast(DaysOfAWeek).Average())];

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
