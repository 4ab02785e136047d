using HilBench.Roles;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Reports;

/// <summary>What went wrong in a scenario, in lines: the step, the reason, the drawn glasses and the key log.</summary>
public static class FailureText
{
    private const string Gap = "   ";
    private const int Indentation = 2;

    /// <summary>Each is fit for a terminal, whatever the feature, the meter or the rig wrote into it.</summary>
    /// <param name="result">How the scenario ended.</param>
    /// <param name="width">Columns there are; where two glasses do not fit beside each other, they are stacked.</param>
    public static IReadOnlyList<string> Of(ScenarioResult result, int width = int.MaxValue) =>
        [.. LinesOf(result, width).Select(line => Printable.Line(line))];

    private static IEnumerable<string> LinesOf(ScenarioResult result, int width)
    {
        yield return result.Step is { } step
            ? $"{step.Place}: {Excerpt.Of(step.ToString())}"
            : $"{result.Case.Place}: outside the steps";
        foreach (var line in Split(result.Message)) yield return Indented(line);
        for (var at = 0; at < result.Attachments.Count; at++)
        {
            var one = result.Attachments[at];
            var isPair = at + 1 < result.Attachments.Count && result.Attachments[at + 1].BesideTheLast;
            if (isPair && Beside(one, result.Attachments[at + 1]) is var pair && Fits(pair, width))
            {
                foreach (var line in pair) yield return Indented(Indented(line));
                at++;
                continue;
            }

            if (one.Title.Length > 0) yield return Indented(one.Title + ":");
            foreach (var line in one.Lines) yield return Indented(Indented(line));
        }

        if (result.Where is { } place) yield return Indented(place.InWords);
        // Only the bench's own mistakes need a stack: the others are about the meter, the feature or a cable.
        if (result is not { Verdict: Verdict.RigFault, Cause: not RigFaultException and { StackTrace: { } stack } })
            yield break;
        foreach (var line in Split(stack).Where(IsOfSomebody).Take(5)) yield return Indented(line);
    }

    /// <summary>How .NET calls a method by reflection tells nobody anything.</summary>
    private static bool IsOfSomebody(string frame) => !frame.Contains("at System.Reflection.", StringComparison.Ordinal)
        && !frame.Contains("at InvokeStub_", StringComparison.Ordinal)
        && !frame.StartsWith("---", StringComparison.Ordinal);

    private static string[] Beside(Attachment left, Attachment right)
    {
        var width = left.Lines.Append(left.Title).Max(line => line.Length);
        return
        [
            left.Title.PadRight(width) + Gap + right.Title,
            .. left.Lines.Zip(right.Lines, (one, other) => one.PadRight(width) + Gap + other),
        ];
    }

    private static bool Fits(IReadOnlyList<string> lines, int width) =>
        lines.Max(line => line.Length) + (2 * Indentation) <= width;

    private static string[] Split(string? text) => text?.ReplaceLineEndings("\n").Split('\n') ?? [];

    private static string Indented(string line) => new string(' ', Indentation) + line;
}
