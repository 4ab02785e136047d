using System.Globalization;
using HilBench.Roles;
using HilBench.Scenarios;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>
/// What a run proved: the red scenarios with their pictures, a table on a terminal, and one line at the end.
/// </summary>
internal sealed class RunSummary(
    IReadOnlyList<ScenarioResult> results, ulong seed, RigPlan plan, Func<ScenarioCase, string> again)
{
    private const int Indentation = 2;

    public void Print()
    {
        var isTerminal = !Surroundings.Current.IsOutputRedirected;
        if (isTerminal) PrintTable();
        foreach (var result in results.Where(IsRed)) PrintRed(result);
        if (plan.Caveat is { } caveat) Console.WriteLine(caveat);
        Console.WriteLine(Line());
    }

    private static bool IsRed(ScenarioResult result) => result.Verdict is not (Verdict.Passed or Verdict.Aborted);

    private void PrintTable()
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("feature", "scenarios", "verdicts");
        foreach (var feature in results.GroupBy(result => result.Case.Place.File))
        {
            var verdicts = feature.GroupBy(result => result.Verdict).OrderBy(group => group.Key)
                .Select(group => $"[{Colour(group.Key)}]{group.Count()} {group.Key.Word()}[/]");
            table.AddRow(
                Markup.Escape(Printable.Line(feature.Key)),
                feature.Count().ToString(CultureInfo.InvariantCulture),
                string.Join(", ", verdicts));
        }

        AnsiConsole.Write(table);
    }

    private void PrintRed(ScenarioResult result)
    {
        Console.WriteLine();
        var verdict = result.Verdict.Word().ToUpperInvariant();
        Console.WriteLine(Printable.Line($"{verdict}: {result.Case.Feature}: {result.Case.Title}"));
        var width = Surroundings.Current.IsOutputRedirected ? int.MaxValue : AnsiConsole.Profile.Width - Indentation;
        foreach (var line in FailureText.Of(result, width)) Console.WriteLine($"  {line.TrimEnd()}");
        Console.WriteLine($"  seed {seed}; again: {again(result.Case)}");
        Console.WriteLine();
    }

    private string Line()
    {
        var counts = results.GroupBy(result => result.Verdict).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {group.Key.Word()}");
        var scenarios = results.Count == 1 ? "scenario" : "scenarios";
        return $"{results.Count} {scenarios} on rig {plan.Name}, seed {seed}: {string.Join(", ", counts)}";
    }

    private static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "green",
        Verdict.Failed => "red",
        _ => "yellow",
    };
}
