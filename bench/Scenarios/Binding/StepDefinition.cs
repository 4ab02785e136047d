using System.Reflection;
using HilBench.Scenarios.Binding.Expressions;

namespace HilBench.Scenarios.Binding;

/// <summary>One sentence, the method behind it and what it needs of the bench.</summary>
public sealed class StepDefinition
{
    internal StepDefinition(IReadOnlyList<StepKind> kinds, StepPattern pattern, MethodInfo method)
    {
        Kinds = kinds;
        Pattern = pattern;
        Method = method;
        Parameters = method.GetParameters();
        Invoker = MethodInvoker.Create(method);
        Needs =
        [
            .. method.GetCustomAttributes<NeedsAttribute>()
                .Concat(method.DeclaringType!.GetCustomAttributes<NeedsAttribute>())
                .SelectMany(needs => needs.Capabilities).Distinct(),
        ];
    }

    public IReadOnlyList<StepKind> Kinds { get; }

    /// <summary>The sentence as its author wrote it.</summary>
    public string Expression => Pattern.Source;

    public MethodInfo Method { get; }

    public IReadOnlyList<string> Needs { get; }

    /// <summary>Class and method, for messages.</summary>
    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    internal StepPattern Pattern { get; }

    internal ParameterInfo[] Parameters { get; }

    internal MethodInvoker Invoker { get; }
}
