using HilBench.Rig.Roles;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Reports;

/// <summary>What went wrong in a scenario, in lines: the step, the reason, the drawn glasses and the key log.</summary>
public static class FailureText
{
    public static IReadOnlyList<string> Of(ScenarioResult result)
    {
        var lines = new List<string>();
        var place = result.Step is { } step ? $"{step.Place}: {step}" : $"{result.Case.Place}: outside the steps";
        lines.Add(place);
        if (result.Message is { } message)
            lines.AddRange(message.ReplaceLineEndings("\n").Split('\n').Select(Indented));
        foreach (var (title, text) in result.Attachments.Select(attachment => (attachment.Title, attachment.Lines)))
        {
            if (title.Length > 0) lines.Add(Indented(title + ":"));
            lines.AddRange(text.Select(line => Indented(Indented(line))));
        }

        // Only the bench's own mistakes need a stack: the others are about the meter, the feature or a cable.
        if (result is { Verdict: Verdict.RigFault, Cause: not RigFaultException and { StackTrace: { } stack } })
            lines.AddRange(stack.ReplaceLineEndings("\n").Split('\n').Take(5).Select(Indented));
        return lines;
    }

    private static string Indented(string line) => "  " + line;
}
