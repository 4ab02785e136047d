using Reqnroll.Bindings;
using Reqnroll.Bindings.Reflection;
using Reqnroll.Infrastructure;
using Reqnroll.Tracing;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Reqnroll's own conversion, which would ask every transformation for every word what it makes. They are sorted by it
/// once.
/// </summary>
internal sealed class RememberedTransformations(
    ITestTracer tracer, IBindingRegistry registry, IContextManager contexts, IAsyncBindingInvoker invoker)
    : StepArgumentTypeConverter(tracer, registry, contexts, invoker)
{
    private readonly Lazy<ILookup<Type, IStepArgumentTransformationBinding>> _byType = new(() =>
        registry.GetStepTransformations().ToLookup(one => ArgumentCheck.MadeBy(StepSentence.MethodOf(one))));

    protected override IStepArgumentTransformationBinding? GetMatchingStepTransformation(
        object value, IBindingType typeToConvertTo, bool traceWarning) =>
        _byType.Value[((RuntimeBindingType)typeToConvertTo).Type]
            .FirstOrDefault(one => ArgumentCheck.Takes(one, value));
}
