using HilBench.Roles;
using HilBench.Runs;
using HilBench.Scenarios.Running;

namespace HilBench.Lots.Deliveries;

/// <summary>What the scenarios said of one meter.</summary>
/// <param name="Meter">Which.</param>
/// <param name="Verdicts">How many scenarios ended in which way.</param>
/// <param name="ExitCode">That of its run.</param>
/// <param name="Why">Why it could not be tested; null when it was.</param>
/// <param name="Reds">What did not pass, one line each.</param>
public sealed record TestedMeter(
    OrderedMeter Meter, IReadOnlyDictionary<Verdict, int> Verdicts, int ExitCode, string? Why,
    IReadOnlyList<string> Reds)
{
    /// <summary>The meter is wrong.</summary>
    public bool IsFailed => Verdicts.ContainsKey(Verdict.Failed);

    /// <summary>It neither passed nor failed: the bench, the features or somebody's Ctrl-C are why.</summary>
    public bool IsOpen => !IsFailed && (ExitCode != ExitCodes.Passed || Verdicts.Count == 0);

    /// <summary>In one word.</summary>
    public string Word => IsFailed ? "failed" : IsOpen ? "not judged" : "passed";

    internal static TestedMeter Of(OrderedMeter meter, RunOutcome outcome) => new(
        meter, outcome.Results.GroupBy(one => one.Verdict).ToDictionary(same => same.Key, same => same.Count()),
        outcome.ExitCode, null,
        [
            .. outcome.Results.Where(one => one.Verdict != Verdict.Aborted && !one.Verdict.IsGood())
                .Select(one => $"{one.Verdict.Word()}: {one.Case.Place}: {one.Case.Title}: {one.Message}"),
        ]);

    internal static TestedMeter Untested(OrderedMeter meter, int exitCode, string why) =>
        new(meter, new Dictionary<Verdict, int>(), exitCode, why, []);
}
