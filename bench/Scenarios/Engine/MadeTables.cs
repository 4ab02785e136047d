using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.Bindings.Reflection;
using Reqnroll.Infrastructure;
using Reqnroll.Tracing;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// What the check before the run has made of the tables. The run takes it as it is: a profile that a table names is
/// read once, and whoever edits its file meanwhile changes neither the meter nor its judge.
/// </summary>
internal sealed class MadeTables
{
    private readonly ConditionalWeakTable<Table, ConcurrentDictionary<Type, object>> _made = [];

    public object? Find(Table table, Type type) =>
        _made.TryGetValue(table, out var known) ? known.GetValueOrDefault(type) : null;

    public void Keep(Table table, Type type, object made) =>
        _made.GetValue(table, static _ => new ConcurrentDictionary<Type, object>())[type] = made;
}

/// <summary>Reqnroll's own conversion, but for tables that were converted already.</summary>
internal sealed class RememberedTables(
    ITestTracer tracer,
    IBindingRegistry registry,
    IContextManager contexts,
    IAsyncBindingInvoker invoker,
    MadeTables made) : IStepArgumentTypeConverter
{
    private readonly RememberedTransformations _converter = new(tracer, registry, contexts, invoker);

    public Task<object> ConvertAsync(object value, IBindingType typeToConvertTo, CultureInfo cultureInfo) =>
        value is Table table && made.Find(table, ((RuntimeBindingType)typeToConvertTo).Type) is { } known
            ? Task.FromResult(known)
            : _converter.ConvertAsync(value, typeToConvertTo, cultureInfo);

    public bool CanConvert(object value, IBindingType typeToConvertTo, CultureInfo cultureInfo) =>
        _converter.CanConvert(value, typeToConvertTo, cultureInfo);
}
