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
            $"{method.DeclaringType!.Name}.{method.Name} takes {wanted} arguments, its regex \"{regex}\" gives {groups}");
    }
}
