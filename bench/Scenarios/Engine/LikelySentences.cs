using Reqnroll.Bindings;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Reqnroll's registry, which would try every pattern on every text. Most sentences begin with words that a text either
/// has or has not, and only those that fit so far are tried.
/// </summary>
internal sealed class LikelySentences : BindingRegistry, IBindingRegistry
{
    private bool? _isValid;
    private ILookup<StepDefinitionType, (string Start, IStepDefinitionBinding Binding)>? _byType;

    bool IBindingRegistry.IsValid => _isValid ??= IsValid;

    IEnumerable<IStepDefinitionBinding> IBindingRegistry.GetConsideredStepDefinitions(
        StepDefinitionType stepDefinitionType, string stepText)
    {
        _byType ??= GetStepDefinitions().ToLookup(
            one => one.StepDefinitionType, one => (StartOf(one), one));
        foreach (var (start, binding) in _byType[stepDefinitionType])
        {
            if (stepText is null || stepText.StartsWith(start, StringComparison.Ordinal)) yield return binding;
        }
    }

    public override void RegisterStepDefinitionBinding(IStepDefinitionBinding stepDefinitionBinding)
    {
        (_isValid, _byType) = (null, null);
        base.RegisterStepDefinitionBinding(PlainNumbers.In(stepDefinitionBinding));
    }

    /// <summary>A step that is named after its method has no expression of its own.</summary>
    internal static string StartOf(IStepDefinitionBinding sentence) =>
        sentence.ExpressionType == StepDefinitionExpressionTypes.MethodName
            ? "" : StartOf(sentence.SourceExpression ?? "");

    /// <summary>
    /// What every text of a sentence begins with, be it written as a cucumber expression or as a regular expression.
    /// </summary>
    internal static string StartOf(string expression)
    {
        if (expression.Contains('|', StringComparison.Ordinal)) return "";
        var text = expression.TrimStart('^');
        var end = text.AsSpan().IndexOfAny(@"{}()[]\/.*+?$");
        if (end < 0) return text;
        return text[end] switch
        {
            // The letter before may be missing, or come again.
            '*' or '+' or '?' or '{' when end > 0 => text[..(end - 1)],
            // The word before is one of several.
            '/' => text[..(text.LastIndexOf(' ', end) + 1)],
            _ => text[..end],
        };
    }
}
