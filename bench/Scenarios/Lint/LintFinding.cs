namespace HilBench.Scenarios.Lint;

/// <summary>One thing that is wrong with a feature, or that looks like a slip.</summary>
/// <param name="File">The file as the user knows it.</param>
/// <param name="Line">The line it stands on, from 1.</param>
/// <param name="Rule">The name of its rule (<see cref="LintRules"/>).</param>
/// <param name="What">What is wrong, and what to do.</param>
public sealed record LintFinding(string File, int Line, string Rule, string What)
{
    public override string ToString() => Printable.Line($"{File}:{Line}: {What} [{Rule}]");
}
