using System.Text.Json;
using HilBench.History;
using HilBench.Scenarios;
using HilBench.Scenarios.Reports;

namespace HilBench.Cli;

/// <summary>The red scenarios of a run, each at the line that went wrong, as CI servers read them.</summary>
internal static class Annotations
{
    /// <summary>By the word that is typed.</summary>
    public static IReadOnlyDictionary<string, Func<RunFile, string>> Formats { get; } =
        new SortedDictionary<string, Func<RunFile, string>>(StringComparer.Ordinal)
        {
            ["azure"] = Azure,
            ["github"] = GitHub,
            ["gitlab"] = GitLab,
        };

    /// <summary>
    /// Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
    /// </summary>
    private static string GitHub(RunFile run) => string.Concat(Red(run).Select(one =>
        $"::error file={Property(one.File)},line={LineOf(one)},title={Property(TitleOf(one))}::{Data(TextOf(one))}\n"));

    /// <summary>
    /// Logging commands: https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands.
    /// </summary>
    private static string Azure(RunFile run) => string.Concat(Red(run).Select(one =>
        $"##vso[task.logissue type=error;sourcepath={Value(one.File)};linenumber={LineOf(one)}]"
        + $"{Value(TitleOf(one))}: {Value(TextOf(one))}\n"));

    /// <summary>
    /// A code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
    /// </summary>
    private static string GitLab(RunFile run) => JsonSerializer.Serialize(Red(run).Select(one => new
    {
        description = $"{TitleOf(one)}: {TextOf(one)}",
        check_name = one.Verdict,
        fingerprint = Fingerprint.Of(System.Text.Encoding.UTF8.GetBytes($"{one.Suite}: {one.Name}")),
        severity = "major",
        location = new { path = one.File, lines = new { begin = LineOf(one) } },
    })) + "\n";

    private static IEnumerable<RunFileScenario> Red(RunFile run) =>
        run.Scenarios.Where(one => one.IsOpen && one.Verdict != RunFileScenario.NotBegun);

    private static int LineOf(RunFileScenario one) => one.StepLine ?? one.Line;

    private static string TitleOf(RunFileScenario one) =>
        Printable.Line($"{one.Verdict.ToUpperInvariant()}: {one.Name}");

    private static string TextOf(RunFileScenario one) => Printable.Lines(one.Message ?? "the run was stopped");

    /// <summary>What would end the command, or begin another one, is written by number.</summary>
    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);

    private static string Value(string text) => text.Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);
}
