using System.Text;
using HilBench.Scenarios;

namespace HilBench.Web.Hand;

/// <summary>Steps as the text of a scenario.</summary>
internal static class FeatureText
{
    private const string Indent = "    ";

    /// <summary>A scenario alone, as it is added to a file.</summary>
    public static string Scenario(string title, IReadOnlyList<SaidStep> steps)
    {
        var text = new StringBuilder().Append("  Scenario: ").Append(title).Append('\n');
        StepKind? before = null;
        foreach (var step in steps)
        {
            text.Append(Indent).Append(step.Kind == before ? "And" : step.Kind.ToString()).Append(' ')
                .Append(step.Text).Append('\n');
            foreach (var line in step.Below) text.Append(Indent).Append("  ").Append(line).Append('\n');
            before = step.Kind;
        }

        return text.ToString();
    }

    /// <summary>A new file with one scenario.</summary>
    public static string Feature(string feature, string title, IReadOnlyList<SaidStep> steps) =>
        $"Feature: {feature}\n\n{Scenario(title, steps)}";

    /// <summary>A file with one scenario more at its end.</summary>
    public static string Appended(string file, string title, IReadOnlyList<SaidStep> steps) =>
        $"{file.TrimEnd()}\n\n{Scenario(title, steps)}";
}
