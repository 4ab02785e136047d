using System.Text.RegularExpressions;
using CucumberExpressions;
using Reqnroll.Bindings;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// A sentence with a stricter pattern for numbers with a fraction. The one of Cucumber expressions takes "10,5", which
/// is then read as 105, and needs hours for a number of thirty digits that fits after all.
/// </summary>
internal sealed class PlainNumbers(IExpression expression, string pattern) : IExpression
{
    private const string Number = @"[-+]?(?:\d+(?:\.\d+)?|\.\d+)";

    private static readonly string Loose = ParameterTypeConstants.FloatParameterRegex;

    public string Source => expression.Source;

    public Regex Regex { get; } = new(pattern, expression.Regex.Options);

    /// <summary>The sentence itself when it has no such number.</summary>
    public static IStepDefinitionBinding In(IStepDefinitionBinding sentence)
    {
        if (sentence.Expression is not { } expression) return sentence;
        var pattern = expression.Regex.ToString();
        if (!pattern.Contains(Loose, StringComparison.Ordinal)) return sentence;
        return new StepDefinitionBinding(
            sentence.StepDefinitionType, sentence.Method, sentence.BindingScope, sentence.ExpressionType,
            sentence.SourceExpression,
            new PlainNumbers(expression, pattern.Replace(Loose, Number, StringComparison.Ordinal)));
    }
}
