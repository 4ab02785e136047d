using System.Reflection;
using System.Runtime.ExceptionServices;

namespace HilBench.Scenarios.Binding;

/// <summary>
/// Context injection: one instance of each concrete class for each scenario, made by its longest constructor, disposed
/// in reverse order. Nothing is registered but what the run and the scenario bring along.
/// </summary>
public sealed class ScenarioContainer : IDisposable
{
    private static readonly Dictionary<Type, (ConstructorInvoker Make, Type[] Needs)> Constructors = [];
    private static readonly Lock ConstructorsLock = new();

    private readonly Dictionary<Type, object> _instances = [];
    private readonly List<IDisposable> _disposables = [];
    private readonly List<Type> _making = [];

    /// <summary>Gives the instance out under its type; the container does not own it.</summary>
    public void Register(Type type, object instance) => _instances[type] = instance;

    public void Register<T>(T instance) where T : notnull => Register(typeof(T), instance);

    public T Resolve<T>() => (T)Resolve(typeof(T));

    public object Resolve(Type type)
    {
        if (_instances.TryGetValue(type, out var instance)) return instance;
        if (type.IsAbstract || type.IsValueType || type == typeof(string))
            throw new InvalidOperationException($"{type.Name} cannot be injected: only concrete classes can.");
        if (_making.Contains(type))
        {
            var circle = string.Join(" needs ", [.. _making.Select(made => made.Name), type.Name]);
            throw new InvalidOperationException(circle + ".");
        }

        _making.Add(type);
        try
        {
            instance = Make(type);
        }
        finally
        {
            _making.Remove(type);
        }

        _instances.Add(type, instance);
        if (instance is IDisposable disposable) _disposables.Add(disposable);
        return instance;
    }

    /// <summary>All are disposed, whatever one of them throws; the first exception is passed on.</summary>
    public void Dispose()
    {
        ExceptionDispatchInfo? first = null;
        for (var i = _disposables.Count - 1; i >= 0; i--)
        {
            try
            {
                _disposables[i].Dispose();
            }
            catch (Exception wrong)
            {
                first ??= ExceptionDispatchInfo.Capture(wrong);
            }
        }

        _disposables.Clear();
        first?.Throw();
    }

    private object Make(Type type)
    {
        var (make, needs) = ConstructorOf(type);
        var arguments = new object?[needs.Length];
        for (var i = 0; i < needs.Length; i++) arguments[i] = Resolve(needs[i]);
        return make.Invoke(arguments.AsSpan());
    }

    private static (ConstructorInvoker Make, Type[] Needs) ConstructorOf(Type type)
    {
        lock (ConstructorsLock)
        {
            if (Constructors.TryGetValue(type, out var known)) return known;
            var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)
                ?? throw new InvalidOperationException($"{type.Name} has no public constructor.");
            Type[] needs = [.. constructor.GetParameters().Select(parameter => parameter.ParameterType)];
            return Constructors[type] = (ConstructorInvoker.Create(constructor), needs);
        }
    }
}
