using System.Reflection;
using HilBench.Scenarios.Running;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.Configuration;
using Reqnroll.EnvironmentAccess;
using Reqnroll.ErrorHandling;
using Reqnroll.Infrastructure;
using Reqnroll.Tracing;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Calls steps, hooks and transformations as Reqnroll does, but on one thread to the end: what an asynchronous step
/// awaits goes on there, not on the thread pool, so that a seed replays. What they throw is passed on as it was thrown.
/// </summary>
internal sealed class ScenarioThreadInvoker(
    ReqnrollConfiguration configuration,
    IErrorProvider errors,
    IBindingDelegateInvoker delegates,
    IEnvironmentOptions environment) : BindingInvoker(configuration, errors, delegates, environment)
{
    public override Task<object> InvokeBindingAsync(
        IBinding binding,
        IContextManager contextManager,
        object[] arguments,
        ITestTracer testTracer,
        DurationHolder durationHolder)
    {
        var container = contextManager.ScenarioContext?.ScenarioContainer;
        var thread = container?.IsRegistered<ScenarioThread>() is true
            ? container.Resolve<ScenarioThread>()
            : new ScenarioThread(CancellationToken.None);
        try
        {
            return Task.FromResult(thread.Run(
                () => base.InvokeBindingAsync(binding, contextManager, arguments, testTracer, durationHolder)));
        }
        catch (Exception wrong)
        {
            thread.LastThrown = AsThrown(wrong);
            return Task.FromException<object>(thread.LastThrown);
        }
    }

    /// <summary>
    /// Without the wrapping of a call by reflection, and of Reqnroll, which takes every <see cref="ArgumentException"/>
    /// for a mistake in the call.
    /// </summary>
    private static Exception AsThrown(Exception wrong)
    {
        while (wrong is { InnerException: { } inner }
               && (wrong is TargetInvocationException || (wrong is BindingException && inner is ArgumentException)))
            wrong = inner;
        return wrong;
    }
}
