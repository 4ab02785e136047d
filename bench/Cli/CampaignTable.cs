using System.Globalization;
using HilBench.Campaign.Outcome;
using HilBench.Campaign.Runs;
using HilBench.Scenarios;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>What <c>hilbench campaign</c> prints for people.</summary>
internal static class CampaignTable
{
    private const int MostPlots = 6;
    private const int BarWidth = 30;
    private const int Percent = 100;
    private const int PipedWidth = 200;

    public static void Write(CampaignSummary summary, string? folder)
    {
        var console = NewConsole();
        var plan = summary.Plans[0];
        console.WriteLine($"{Printable.Line(summary.Plan)}: {ReportPage.Size(summary)}");
        console.WriteLine();
        console.Write(ByDay(summary, plan));
        if (plan.Published.Count > 0) console.Write(Published(plan));
        console.Write(SideBySide(summary));
        if (plan.WhyNot.Count > 0) console.Write(Causes("not updated because", plan.WhyNot));
        if (plan.CallsByCause.Count > 0) console.Write(Causes("calls to the help desk about", plan.CallsByCause));
        if (folder is not null)
            console.WriteLine($"{Printable.Line(Path.Combine(folder, "report.html"))} has the pictures.");
    }

    public static void Write(FitResult fitted)
    {
        var console = NewConsole();
        var table = Plain("setting", "value", "day", "published", "this plan");
        foreach (var one in fitted.Settings)
        {
            Add(
                table, one.Setting, one.Value.ToString("0.####", CultureInfo.InvariantCulture),
                one.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Number(one.Published), Number(one.Here));
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Printable.Line(fitted.Plan)}, {fitted.Lived:N0} meters, seed {fitted.Seed}"));
        console.Write(table);
    }

    /// <summary>How far the meters are on some days, as bars.</summary>
    private static Table ByDay(CampaignSummary summary, PlanOutcome plan)
    {
        var table = Plain("day", "updated", "of all", "");
        var days = plan.Days.Updated.Count;
        for (var i = 1; i <= MostPlots; i++)
        {
            var day = ((days * i) / MostPlots) - 1;
            var part = (double)plan.Days.Updated[day] / summary.Meters;
            var full = (int)Math.Round(part * BarWidth);
            Add(
                table, summary.Begins.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Number(plan.Days.Updated[day]),
                (part * Percent).ToString("0.0", CultureInfo.InvariantCulture) + " %",
                new string('█', full) + new string('░', BarWidth - full));
        }

        return table;
    }

    private static Table Published(PlanOutcome plan)
    {
        var table = Plain("published", "what", "figure", "this plan", "miss", "");
        foreach (var one in plan.Published)
        {
            Add(
                table, one.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), one.What, Number(one.Published),
                ReportPage.Said(one.Here),
                one.MissPercent.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %",
                one.Use == "fit" ? "fitted on" : "predicted");
        }

        return table;
    }

    private static Table SideBySide(CampaignSummary summary)
    {
        var table = Plain(["", .. summary.Plans.Select(plan => Printable.Line(plan.Name))]);
        foreach (var (name, figure) in ReportPage.Rows(summary))
            Add(table, [name, .. summary.Plans.Select(plan => ReportPage.Said(figure(plan)))]);
        return table;
    }

    private static Table Causes(string title, IReadOnlyList<CauseFigure> causes)
    {
        var table = Plain(title, "");
        foreach (var cause in causes) Add(table, cause.Words, ReportPage.Said(cause.Count));
        return table;
    }

    private static Table Plain(params string[] heads)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (var i = 0; i < heads.Length; i++)
        {
            var column = new TableColumn(Markup.Escape(heads[i])) { NoWrap = true };
            if (i > 0 && heads[i] is not ("" or "what")) column.Alignment = Justify.Right;
            table.AddColumn(column);
        }

        return table;
    }

    private static void Add(Table table, params string[] cells) =>
        table.AddRow([.. cells.Select(cell => new Text(cell))]);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Piped text is as wide as it needs to be and has no colours.</summary>
    private static IAnsiConsole NewConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = PipedWidth;
        return console;
    }
}
