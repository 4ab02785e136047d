using HilBench.Lab.Told;
using HilBench.Scenarios.Features;

namespace HilBench.Lab.Coordination;

/// <summary>Which rigs of a lab: <c>model=clou and not (site=roof or name=bench-3)</c>.</summary>
public sealed class RigExpression
{
    private static readonly ExpressionWords Words = new(
        "--on", "label",
        "name=N, rig=N, profile=N, host=N and labels like model=N or site=N, joined by and, or, not and parentheses, "
        + "are allowed; a backslash stands before a space or a parenthesis of a value",
        null, word => word.IndexOf('=') is > 0 and var at && at < word.Length - 1 ? word : null);

    private readonly WordExpression _expression;

    private RigExpression(string text) => _expression = WordExpression.Parse(text, Words);

    /// <exception cref="FeatureMistakesException">Not such an expression; the message says where.</exception>
    public static RigExpression Parse(string text) => new(text);

    /// <summary>This bench is one of them.</summary>
    public bool Matches(BenchCard bench) => _expression.Matches(
    [
        $"name={bench.Name}", $"rig={bench.Rig}", $"profile={bench.Profile}", $"host={bench.Host}",
        .. bench.Labels.Select(label => $"{label.Key}={label.Value}"),
    ]);
}
