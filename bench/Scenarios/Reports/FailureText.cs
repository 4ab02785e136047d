using HilBench.Rig.Roles;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Reports;

/// <summary>What went wrong in a scenario, in lines: the step, the reason, the drawn glasses and the key log.</summary>
public static class FailureText
{
    /// <summary>Each is fit for a terminal, whatever the feature, the meter or the rig wrote into it.</summary>
    public static IReadOnlyList<string> Of(ScenarioResult result) =>
        [.. LinesOf(result).Select(line => Printable.Line(line))];

    private static IEnumerable<string> LinesOf(ScenarioResult result)
    {
        yield return result.Step is { } step ? $"{step.Place}: {step}" : $"{result.Case.Place}: outside the steps";
        foreach (var line in Split(result.Message)) yield return Indented(line);
        foreach (var (title, text) in result.Attachments.Select(attachment => (attachment.Title, attachment.Lines)))
        {
            if (title.Length > 0) yield return Indented(title + ":");
            foreach (var line in text) yield return Indented(Indented(line));
        }

        // Only the bench's own mistakes need a stack: the others are about the meter, the feature or a cable.
        if (result is not { Verdict: Verdict.RigFault, Cause: not RigFaultException and { StackTrace: { } stack } })
            yield break;
        foreach (var line in Split(stack).Take(5)) yield return Indented(line);
    }

    private static string[] Split(string? text) => text?.ReplaceLineEndings("\n").Split('\n') ?? [];

    private static string Indented(string line) => "  " + line;
}
