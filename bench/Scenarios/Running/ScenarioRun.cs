using System.Diagnostics;
using System.Reflection;
using HilBench.Rig.Roles;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Running;

/// <summary>
/// One scenario from its first hook to its last. What went wrong first is the verdict, unless the bench is found wrong.
/// Nothing that goes wrong in here leaves it as an exception.
/// </summary>
internal sealed class ScenarioRun(BoundScenario scenario, BindingRegistry registry, RunOptions options)
{
    private readonly ScenarioContext _context = new(InfoOf(scenario.Case));
    private readonly RunStop _stop = new(options.Stop);
    private ScenarioThread _thread = new();
    private Verdict _verdict = Verdict.Passed;
    private StepCase? _step;

    public ScenarioResult Run()
    {
        var started = Stopwatch.GetTimestamp();
        var seed = ScenarioSeed.For(options.Seed, scenario.Case.Place);
        if (options.Stop.IsCancellationRequested) return Result(seed, Verdict.Aborted, started);

        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_thread);
        try
        {
            Run(seed);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        return Result(seed, _verdict, started);
    }

    private void Run(ScenarioSeed seed)
    {
        var container = new ScenarioContainer();
        Try(() => Fill(container, seed), step: null);
        var isFilled = _verdict == Verdict.Passed;
        RunHooks(registry.Before, container, goOn: false, options.Stop);
        RunSteps(container);
        CleanUp();
        // Without what they stand on the hooks could only complain about that.
        if (isFilled) RunHooks(registry.After, container, goOn: true, CancellationToken.None);
        Try(container.Dispose, step: null);
    }

    private void Fill(ScenarioContainer container, ScenarioSeed seed)
    {
        container.Register(container);
        container.Register(_context);
        container.Register(_context.ScenarioInfo);
        container.Register(seed);
        container.Register(_stop);
        options.Provide(container);
    }

    private void RunSteps(ScenarioContainer container)
    {
        foreach (var bound in scenario.Steps)
        {
            if (_verdict != Verdict.Passed) return;
            if (options.Stop.IsCancellationRequested)
            {
                _verdict = Verdict.Aborted;
                return;
            }

            Try(() => _thread.Complete(bound.Run(container), options.Stop), bound.Step);
        }
    }

    /// <summary>
    /// From here on nothing is stopped: contacts must open and ports close. What an asynchronous step that was left
    /// alone still wants to do stays undone, as nobody serves its thread any more.
    /// </summary>
    private void CleanUp()
    {
        _stop.LetCleanUp();
        _thread = new ScenarioThread();
        SynchronizationContext.SetSynchronizationContext(_thread);
    }

    /// <summary>
    /// A method runs once, however many of its tags fit. After a failure the next one stands on nothing, but what
    /// cleans up must still be done: <paramref name="goOn"/>.
    /// </summary>
    private void RunHooks(IReadOnlyList<Hook> hooks, ScenarioContainer container, bool goOn, CancellationToken stop)
    {
        var done = new HashSet<MethodInfo>();
        foreach (var hook in hooks)
        {
            if (_verdict != Verdict.Passed && !goOn) return;
            if (!hook.AppliesTo(_context.ScenarioInfo.CombinedTags) || !done.Add(hook.Method)) continue;
            Try(() => _thread.Complete(Call(hook, container), stop), step: null);
        }
    }

    private static object? Call(Hook hook, ScenarioContainer container)
    {
        var target = hook.Method.IsStatic ? null : container.Resolve(hook.Method.DeclaringType!);
        var parameters = hook.Method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = container.Resolve(parameters[i].ParameterType);
        return hook.Invoker.Invoke(target, arguments.AsSpan());
    }

    private void Try(Action work, StepCase? step)
    {
        try
        {
            work();
        }
        catch (Exception wrong)
        {
            if (_verdict != Verdict.Passed && wrong is not BenchAtFaultException) return;
            _context.TestError = wrong;
            _step = step ?? _step;
            // A step may cancel something of its own: that stops nobody, and is as wrong as any other exception.
            var isStopped = wrong is OperationCanceledException && options.Stop.IsCancellationRequested;
            _verdict = isStopped ? Verdict.Aborted : options.Judge(wrong);
        }
    }

    private ScenarioResult Result(ScenarioSeed seed, Verdict verdict, long started) => new()
    {
        Case = scenario.Case,
        Verdict = verdict,
        Seed = seed,
        Message = _context.TestError is { } error ? MessageOf(error) : null,
        Step = _step,
        Cause = _context.TestError,
        Attachments = [.. _context.Attachments],
        WallTime = Stopwatch.GetElapsedTime(started),
    };

    /// <summary>
    /// The bench's own mistakes say what kind they are; the others, and a rig that is not as it should be, speak for
    /// themselves.
    /// </summary>
    private string MessageOf(Exception error) =>
        options.Judge(error) == Verdict.RigFault && error is not RigFaultException
            ? $"{error.GetType().Name}: {error.Message}"
            : error.Message;

    private static ScenarioInfo InfoOf(ScenarioCase scenario) =>
        new(scenario.Title, scenario.Description, [.. scenario.OwnTags], [.. scenario.Tags]);
}
