using HilBench.Input;
using HilBench.Scenarios;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;

namespace HilBench.Runs;

/// <summary>What did not pass in an earlier run, by its report: scenarios that were not begun with it.</summary>
public sealed class PastReds
{
    private readonly string _report;
    private readonly HashSet<(string Suite, string Name)> _names;
    private readonly int[] _rounds;

    private PastReds(string report, IReadOnlyList<RunFileScenario> open)
    {
        _report = report;
        _names = [.. open.Select(one => (one.Suite, one.Name))];
        _rounds = [.. open.Select(one => one.Round ?? 0).Distinct().Order()];
        Files = [.. open.Select(one => one.File).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The features they stand in.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Reads the report at once: the run may write its own into the same folder.</summary>
    /// <exception cref="SettingsException">There is none, or everything in it passed.</exception>
    public static PastReds Of(string report)
    {
        RunFileScenario[] open = [.. RunFile.Read(report).Scenarios.Where(one => one.IsOpen)];
        return open.Length > 0 ? new PastReds(report, open) : throw new SettingsException(
            $"--failed-from {Printable.Line(report)}: every scenario of this report passed: there is nothing to run "
            + "again");
    }

    /// <summary>
    /// Those of them that are among these, each in the round in which it did not pass; what is gone is told.
    /// </summary>
    public IReadOnlyList<ScenarioCase> Among(IReadOnlyList<ScenarioCase> cases, Action<string> tell)
    {
        ScenarioCase[] found =
        [
            .. _rounds.SelectMany(round => cases.Select(one => one.Again(round)))
                .Where(one => _names.Contains((one.Identity.Suite, one.Identity.Name))),
        ];
        if (found.Length < _names.Count)
        {
            tell($"{_names.Count - found.Length} of the {_names.Count} scenarios that did not pass in "
                + $"{Printable.Line(_report)} are not among these features any more");
        }

        return found;
    }
}
