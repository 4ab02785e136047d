using Reqnroll.Bindings;

namespace HilBench.Scenarios.Engine;

/// <summary>The classes with the steps are not as they should be: somebody must change them.</summary>
public sealed class StepAssemblyException(string message) : Exception(message)
{
    internal static void ThrowIfWrong(IBindingRegistry registry)
    {
        if (registry.GetErrorMessages().FirstOrDefault() is { } error)
            throw new StepAssemblyException(error.Message.ReplaceLineEndings(" "));
        foreach (var transformation in registry.GetStepTransformations()) Demand(transformation);
        foreach (var sentence in registry.GetStepDefinitions().Where(one => !one.IsScoped)
                     .GroupBy(one => (one.StepDefinitionType, one.SourceExpression)))
            DemandOneAssembly(sentence.Key.SourceExpression, [.. sentence]);
    }

    /// <summary>A scenario could not tell which of the two it means.</summary>
    private static void DemandOneAssembly(string expression, IReadOnlyList<IStepDefinitionBinding> bindings)
    {
        var homes = bindings.Select(one => StepSentence.MethodOf(one).DeclaringType!).ToArray();
        var names = homes.Select(type => type.Assembly.GetName().Name!).Distinct().ToArray();
        if (names.Length == 1) return;
        throw new StepAssemblyException(
            $"the sentence \"{expression}\" is defined in {names[0]} ({homes[0].Name}) and in {names[1]} "
            + $"({homes.First(type => type.Assembly != homes[0].Assembly).Name}); word one of them differently");
    }

    /// <summary>Reqnroll would find it out when a step wants the value.</summary>
    private static void Demand(IStepArgumentTransformationBinding transformation)
    {
        if (transformation.Regex is not { } regex) return;
        var method = StepSentence.MethodOf(transformation);
        var wanted = method.GetParameters().Length;
        var groups = regex.GetGroupNumbers().Length - 1;
        if (wanted == groups) return;
        throw new StepAssemblyException(
            $"{method.DeclaringType!.Name}.{method.Name} takes {wanted} arguments, "
            + $"its regex \"{regex}\" gives {groups}");
    }
}
