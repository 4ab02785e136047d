using System.Reflection;
using System.Text.RegularExpressions;
using Reqnroll.Bindings;
using Reqnroll.Bindings.Reflection;

namespace HilBench.Scenarios.Engine;

/// <summary>One sentence of a step assembly: a method may have several.</summary>
public sealed class StepSentence
{
    private readonly IReadOnlyList<IStepDefinitionBinding> _bindings;
    private readonly string _start;

    internal StepSentence(IReadOnlyList<IStepDefinitionBinding> bindings)
    {
        _bindings = bindings;
        _start = LikelySentences.StartOf(bindings[0]);
        Method = MethodOf(bindings[0]);
        Kinds = [.. bindings.Select(binding => KindOf(binding.StepDefinitionType)).Distinct()];
        Needs =
        [
            .. Method.GetCustomAttributes<NeedsAttribute>()
                .Concat(Method.DeclaringType!.GetCustomAttributes<NeedsAttribute>())
                .SelectMany(needs => needs.Capabilities).Distinct(),
        ];
    }

    public IReadOnlyList<StepKind> Kinds { get; }

    /// <summary>The sentence as its author wrote it: a cucumber expression or a regular expression.</summary>
    public string Expression => _bindings[0].SourceExpression ?? Method.Name.Replace('_', ' ');

    public MethodInfo Method { get; }

    /// <summary>What the rig must have for it (<see cref="NeedsAttribute"/>).</summary>
    public IReadOnlyList<string> Needs { get; }

    internal bool Fits(string text) => text.StartsWith(_start, StringComparison.Ordinal)
        && _bindings[0].Regex.IsMatch(text);

    internal Match MatchOf(string text) => _bindings[0].Regex.Match(text);

    internal static MethodInfo MethodOf(IBinding binding) => ((RuntimeBindingMethod)binding.Method).MethodInfo;

    internal static StepDefinitionType TypeOf(StepKind kind) => kind switch
    {
        StepKind.Given => StepDefinitionType.Given,
        StepKind.When => StepDefinitionType.When,
        _ => StepDefinitionType.Then,
    };

    private static StepKind KindOf(StepDefinitionType type) => type switch
    {
        StepDefinitionType.Given => StepKind.Given,
        StepDefinitionType.When => StepKind.When,
        _ => StepKind.Then,
    };
}
