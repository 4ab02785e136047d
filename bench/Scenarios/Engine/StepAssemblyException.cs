using System.Reflection;
using System.Runtime.CompilerServices;
using Reqnroll.Bindings;

namespace HilBench.Scenarios.Engine;

/// <summary>The classes with the steps are not as they should be: somebody must change them.</summary>
public sealed class StepAssemblyException(string message) : Exception(message)
{
    internal static void ThrowIfWrong(IBindingRegistry registry)
    {
        if (registry.GetErrorMessages().FirstOrDefault() is { } error)
            throw new StepAssemblyException(error.Message.ReplaceLineEndings(" "));
        IEnumerable<IBinding> all = [.. registry.GetStepDefinitions(), .. registry.GetHooks()];
        var lost = all.Select(StepSentence.MethodOf).FirstOrDefault(IsAsyncVoid);
        if (lost is not null)
            throw new StepAssemblyException($"{lost.DeclaringType!.Name}.{lost.Name} is async void; make it async Task");
    }

    /// <summary>Nobody could wait for such a method: its failure would be lost.</summary>
    private static bool IsAsyncVoid(MethodInfo method) =>
        method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute));
}
