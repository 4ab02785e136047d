using System.Globalization;
using System.Text.RegularExpressions;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace HilBench.Campaign.Outcome;

/// <summary>Plots as SVG that stands in the page: its lines take the colour of the text around them.</summary>
internal static partial class Plots
{
    /// <summary>Seen well on white and on black.</summary>
    public static readonly string[] Colours = ["#2f7ed8", "#e4762a", "#2ca25f", "#b75fd1", "#c7463c", "#8a8f98"];

    private const int Width = 860;
    private const int Height = 300;
    private const int RowHeight = 26;
    private const int LabelWidth = 250;
    private const string TextColour = "#010203";
    private const float LineWidth = 2.2f;
    private const float TextSize = 13;

    /// <summary>A line for each plan, and what was published as points: full where the plan was fitted on it.</summary>
    public static string Lines(
        string id, CampaignSummary summary, Func<PlanOutcome, IReadOnlyList<long>> values, bool withPublished)
    {
        var plot = NewPlot();
        var dates = Enumerable.Range(0, summary.Ends.DayNumber - summary.Begins.DayNumber + 1)
            .Select(day => summary.Begins.AddDays(day).ToDateTime(default).ToOADate())
            .ToArray();
        var most = (double)Math.Max(1, summary.Plans.Max(plan => values(plan).Max()));
        var (unit, divisor) = most >= 1_000_000 ? ("million", 1e6) : most >= 10_000 ? ("thousand", 1e3) : ("", 1);
        // The plan itself is drawn last, over the others.
        for (var i = summary.Plans.Count - 1; i >= 0; i--)
        {
            var line = plot.Add.Scatter(dates, values(summary.Plans[i]).Select(value => value / divisor).ToArray());
            line.MarkerSize = 0;
            line.LineWidth = LineWidth;
            line.Color = Colour(i);
        }

        if (withPublished)
        {
            foreach (var one in summary.Plans[0].Published.Where(one => one.What == "updated"))
            {
                var shape = one.Use == "fit" ? MarkerShape.FilledCircle : MarkerShape.OpenCircle;
                var at = one.Date.ToDateTime(default).ToOADate();
                plot.Add.Marker(at, one.Published / divisor, shape, 9, Color.FromHex(TextColour));
            }
        }

        var deadline = plot.Add.VerticalLine(summary.Plans[0].Deadline.AddDays(1).ToDateTime(default).ToOADate());
        deadline.Color = Color.FromHex(TextColour).WithAlpha(0.5);
        deadline.LinePattern = LinePattern.Dotted;
        var bottom = plot.Axes.DateTimeTicksBottom();
        bottom.TickGenerator = new DateTimeAutomatic
        {
            LabelFormatter = date => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        };
        bottom.TickLabelStyle.FontSize = TextSize;
        plot.Axes.Color(Color.FromHex(TextColour));
        plot.Axes.SetLimitsY(0, most / divisor * 1.08);
        plot.Axes.SetLimitsX(dates[0], dates[^1]);
        if (unit.Length > 0) plot.YLabel(unit, TextSize);
        return Finished(plot, id, Height);
    }

    /// <summary>A bar for each cause.</summary>
    public static string Bars(string id, IReadOnlyList<CauseFigure> causes)
    {
        var plot = NewPlot();
        for (var i = 0; i < causes.Count; i++)
        {
            var bar = plot.Add.Bar(causes.Count - i, causes[i].Count.Mean);
            bar.Horizontal = true;
            bar.Color = Colour(0);
            bar.Bars[0].LineWidth = 0;
            bar.Bars[0].Label = causes[i].Count.Mean.ToString("N0", CultureInfo.InvariantCulture);
            bar.ValueLabelStyle.FontSize = TextSize;
            bar.ValueLabelStyle.ForeColor = Color.FromHex(TextColour);
        }

        var places = Enumerable.Range(1, causes.Count).Select(i => (double)i).ToArray();
        plot.Axes.Left.SetTicks(places, [.. causes.Reverse().Select(cause => cause.Words)]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Left.MinimumSize = LabelWidth;
        plot.Axes.SetLimits(0, causes.Max(cause => cause.Count.Mean) * 1.2, 0.4, causes.Count + 0.6);
        plot.HideGrid();
        plot.Axes.Bottom.IsVisible = false;
        return Finished(plot, id, RowHeight * (causes.Count + 1));
    }

    private static Color Colour(int at) => Color.FromHex(Colours[at % Colours.Length]);

    private static Plot NewPlot()
    {
        var plot = new Plot();
        plot.FigureBackground.Color = ScottPlot.Colors.Transparent;
        plot.DataBackground.Color = ScottPlot.Colors.Transparent;
        plot.Axes.Color(Color.FromHex(TextColour));
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        plot.Axes.Left.TickLabelStyle.FontSize = TextSize;
        plot.Axes.Bottom.TickLabelStyle.FontSize = TextSize;
        plot.Grid.MajorLineColor = Color.FromHex(TextColour).WithAlpha(0.15);
        return plot;
    }

    /// <summary>The picture without its head, in the colours of the page, with names of its own.</summary>
    private static string Finished(Plot plot, string id, int height)
    {
        var svg = plot.GetSvgXml(Width, height);
        var begins = svg.IndexOf("<svg", StringComparison.Ordinal);
        var size = string.Create(CultureInfo.InvariantCulture, $"width=\"{Width}\" height=\"{height}\"");
        var box = string.Create(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {Width} {height}\" role=\"img\"");
        // The places of single letters are those of a font that the reader's machine need not have.
        svg = Letters().Replace(svg[begins..], " $1=\"$2\"");
        return Font().Replace(svg, "font-family=\"system-ui, sans-serif\"")
            .Replace(size, box, StringComparison.Ordinal)
            .Replace("\"cl_", $"\"{id}_", StringComparison.Ordinal)
            .Replace("#cl_", $"#{id}_", StringComparison.Ordinal)
            .Replace(TextColour, "currentColor", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("font-family=\"[^\"]*\"")]
    private static partial Regex Font();

    [GeneratedRegex(" ([xy])=\"([-0-9.]+), [^\"]*\"")]
    private static partial Regex Letters();
}
