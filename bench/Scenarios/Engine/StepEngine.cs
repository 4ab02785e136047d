using System.Collections.Concurrent;
using System.Reflection;
using HilBench.Scenarios.Sentences;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.BoDi;
using Reqnroll.Infrastructure;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Reqnroll's engine for one run or several: its registry of steps, hooks and transformations, and a test runner for
/// each worker. It is built in memory and shares nothing with another one of the same process.
/// </summary>
public sealed class StepEngine : ISentences, IDisposable
{
    /// <summary>A longer text is no sentence that comes again and again.</summary>
    private const int LongestKept = 200;

    private readonly IObjectContainer _container;
    private readonly ITestRunnerManager _manager;
    private readonly ConcurrentDictionary<string, IReadOnlyCollection<StepKind>> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<MethodInfo, IReadOnlyList<string>> _needs;
    private readonly Lock _starting = new();
    private bool _isDisposed;
    private bool _isStarted;
    private Exception? _startError;

    /// <exception cref="StepAssemblyException">A step assembly has a mistake in it.</exception>
    public StepEngine(EngineSettings settings)
    {
        var own = settings.Assemblies[0];
        _container = new ContainerBuilder(new EngineParts(settings))
            .CreateGlobalContainer(own, new EngineConfiguration(settings));
        _manager = _container.Resolve<ITestRunnerManager>();
        _manager.Initialize(own);
        // With the first runner the classes are read.
        _manager.ReleaseTestRunnerToPool(_manager.GetTestRunner());
        var registry = _container.Resolve<IBindingRegistry>();
        StepAssemblyException.ThrowIfWrong(registry);
        Sentences =
        [
            .. registry.GetStepDefinitions()
                .GroupBy(binding => (StepSentence.MethodOf(binding), binding.SourceExpression))
                .Select(group => new StepSentence([.. group])),
        ];
        _needs = Sentences.GroupBy(one => one.Method).ToDictionary(group => group.Key, group => group.First().Needs);
        All = [.. Sentences.Select(one => new KnownSentence(one.Expression, one.Kinds))];
    }

    public IReadOnlyList<StepSentence> Sentences { get; }

    public IReadOnlyList<KnownSentence> All { get; }

    /// <summary>The steps, hooks and transformations of these assemblies.</summary>
    public static StepEngine Of(params IReadOnlyList<Assembly> assemblies) =>
        new(new EngineSettings { Assemblies = assemblies });

    /// <summary>Those of a few classes.</summary>
    public static StepEngine Of(params IReadOnlyList<Type> classes) => new(new EngineSettings
    {
        Assemblies = [.. classes.Select(one => one.Assembly).Distinct()],
        Only = classes,
    });

    public IReadOnlyCollection<StepKind> KindsOf(string text)
    {
        if (_kinds.TryGetValue(text, out var known)) return known;
        StepKind[] kinds = [.. Sentences.Where(one => one.Fits(text)).SelectMany(one => one.Kinds).Distinct()];
        if (kinds.Length > 0 && text.Length <= LongestKept) _kinds.TryAdd(text, kinds);
        return kinds;
    }

    /// <summary>
    /// Gives all runners back and runs the hooks that stand at the end of a run, which may throw; once.
    /// </summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        if (_isStarted) _manager.DisposeAsync().GetAwaiter().GetResult();
        else _container.Dispose();
    }

    /// <summary>What the rig must have for a step of this method.</summary>
    internal IReadOnlyList<string> NeedsOf(MethodInfo method) => _needs[method];

    internal IObjectContainer Parts => _container;

    internal KeptTypes Types { get; } = new();

    /// <summary>A runner for one worker; give it back with <see cref="Return"/>.</summary>
    internal ITestRunner Lend() => _manager.GetTestRunner();

    internal void Return(ITestRunner runner) => _manager.ReleaseTestRunnerToPool(runner);

    /// <summary>Runs the hooks that stand at the beginning of a run, once.</summary>
    internal void Start(CancellationToken stop)
    {
        _container.Resolve<EngineStop>().Token = stop;
        lock (_starting)
        {
            if (!_isStarted)
            {
                _isStarted = true;
                _startError = StartError();
            }
        }

        // No scenario has what it stands on then.
        if (_startError is { } error) throw error;
    }

    private Exception? StartError()
    {
        try
        {
            _manager.FireTestRunStartAsync().GetAwaiter().GetResult();
            return null;
        }
        catch (Exception wrong)
        {
            return wrong;
        }
    }
}
