using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Reqnroll.Bindings;
using Reqnroll.BoDi;
using Reqnroll.Infrastructure;
using Reqnroll.Tracing;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Calls steps, hooks and transformations on one thread to the end: what an asynchronous step awaits goes on there, not
/// on the thread pool, so that a seed replays. What they throw is passed on as it was thrown. Reqnroll's own invoker
/// compiles a delegate for each method, which takes longer than a run of all features calls them for.
/// </summary>
internal sealed class ScenarioThreadInvoker(EngineStop stop) : IAsyncBindingInvoker
{
    private readonly ConcurrentDictionary<MethodInfo, MethodInvoker> _invokers = new();

    public Task<object> InvokeBindingAsync(
        IBinding binding,
        IContextManager contextManager,
        object[] arguments,
        ITestTracer testTracer,
        DurationHolder durationHolder)
    {
        // Around a feature or a run the scenario before it may still be there, and is of no use.
        var hook = (binding as IHookBinding)?.HookType;
        var container = hook is HookType.BeforeTestRun or HookType.AfterTestRun or HookType.BeforeFeature
            or HookType.AfterFeature ? null : contextManager.ScenarioContext?.ScenarioContainer;
        var thread = container?.IsRegistered<ScenarioThread>() is true
            ? container.Resolve<ScenarioThread>()
            : new ScenarioThread(hook is HookType.BeforeTestRun or HookType.BeforeFeature
                ? stop.Token : CancellationToken.None);
        var started = Stopwatch.GetTimestamp();
        try
        {
            return Task.FromResult(thread.Run(() => Call(binding, contextManager, container, arguments)));
        }
        catch (Exception wrong)
        {
            thread.LastThrown = AsThrown(wrong);
            return Task.FromException<object>(thread.LastThrown);
        }
        finally
        {
            durationHolder.Duration = Stopwatch.GetElapsedTime(started);
        }
    }

    /// <summary>What one step sets of the execution context is there for the next, as in Reqnroll.</summary>
    private async Task<object> Call(
        IBinding binding, IContextManager contexts, IObjectContainer? container, object[]? arguments)
    {
        var result = In(
            container?.Resolve<ExecutionContextHolder>(),
            () => Invoke(StepSentence.MethodOf(binding), contexts, arguments ?? []));
        if (TaskOf(result) is not { } task) return result!;
        await task;
        return ResultOf(task)!;
    }

    /// <summary>As Reqnroll does it, but for the delegate, which is called and not reflected on.</summary>
    private static object? In(ExecutionContextHolder? holder, Func<object?> call)
    {
        if (holder is null) return call();
        try
        {
            if (holder.Value is null) return call();
            object? result = null;
            ExecutionContext.Run(holder.Value, _ => result = call(), null);
            return result;
        }
        finally
        {
            holder.Value = ExecutionContext.Capture();
        }
    }

    private static Task? TaskOf(object? result) => result switch
    {
        Task task => task,
        ValueTask task => task.AsTask(),
        _ when result?.GetType() is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(ValueTask<>) =>
            (Task)type.GetMethod(nameof(ValueTask<int>.AsTask))!.Invoke(result, [])!,
        _ => null,
    };

    /// <summary>What an asynchronous transformation has made; of a step nobody asks it.</summary>
    private static object? ResultOf(Task task) => task.GetType().GetProperty(nameof(Task<int>.Result))?.GetValue(task);

    private object? Invoke(MethodInfo method, IContextManager contexts, object[] arguments)
    {
        var target = method.IsStatic ? null : contexts.ScenarioContext.GetBindingInstance(method.ReflectedType);
        // The invoker may write back into its span.
        return _invokers.GetOrAdd(method, MethodInvoker.Create).Invoke(target, [.. arguments]);
    }

    private static Exception AsThrown(Exception wrong)
    {
        while (wrong is TargetInvocationException { InnerException: { } inner }) wrong = inner;
        return wrong;
    }
}
