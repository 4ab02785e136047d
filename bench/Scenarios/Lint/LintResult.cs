namespace HilBench.Scenarios.Lint;

/// <summary>What came of looking at features.</summary>
/// <param name="Files">How many were read.</param>
/// <param name="Scenarios">How many scenarios they hold, as far as they could be read.</param>
/// <param name="Findings">In the order of the files and lines.</param>
/// <param name="Unreadable">One line for each file or path that could not be looked at.</param>
public sealed record LintResult(
    int Files, int Scenarios, IReadOnlyList<LintFinding> Findings, IReadOnlyList<string> Unreadable);
