using System.Globalization;
using HilBench.Runs;
using HilBench.Scenarios;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>
/// What a run proved: the red scenarios with their pictures, a table on a terminal, and one line at the end.
/// </summary>
internal sealed class RunSummary(RunOutcome outcome, Func<ScenarioCase, string> again)
{
    private const int Indentation = 2;

    private readonly IReadOnlyList<ScenarioResult> _results = outcome.Results;

    public void Print()
    {
        var isTerminal = !Surroundings.Current.IsOutputRedirected;
        if (isTerminal) PrintTable();
        foreach (var result in _results.Where(IsRed)) PrintRed(result);
        foreach (var result in _results.Where(one => one.Verdict == Verdict.KnownDefect))
            Console.WriteLine(Printable.Line($"{result.Case.Place}: {result.Case.Title}: {result.Message}"));
        if (outcome.Plan.Caveat is { } caveat) Console.WriteLine(caveat);
        Console.WriteLine(Line());
    }

    private static bool IsRed(ScenarioResult result) =>
        result.Verdict != Verdict.Aborted && !result.Verdict.IsGood();

    private void PrintTable()
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("feature", "scenarios", "verdicts");
        foreach (var feature in _results.GroupBy(result => result.Case.Place.File))
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
        Console.WriteLine($"  seed {result.Case.RunSeed(outcome.Seed)}; again: {again(result.Case)}");
        Console.WriteLine();
    }

    private string Line()
    {
        var counts = _results.GroupBy(result => result.Verdict).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {group.Key.Word()}");
        var scenarios = _results.Count == 1 ? "scenario" : "scenarios";
        var shard = outcome.Shard is { } one ? $", shard {one}" : "";
        var unbegun = outcome.LeftOut.Count(one => one.IsUnbegun);
        return $"{_results.Count} {scenarios} on rig {outcome.Plan.Name}, seed {outcome.Seed}{shard}: "
            + (_results.Count == 0 ? "none of the list is in this shard" : string.Join(", ", counts))
            + (unbegun == 0 ? "" : $"; {unbegun} not begun (--fail-fast)");
    }

    private static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "green",
        Verdict.Failed => "red",
        _ => "yellow",
    };
}
