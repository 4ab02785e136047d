using Reqnroll;
using Reqnroll.Bindings.Discovery;
using Reqnroll.BoDi;
using Reqnroll.Configuration;
using Reqnroll.Infrastructure;
using Reqnroll.Tracing;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Reqnroll's own, but for the end: the run ends it. Reqnroll would run the hooks of the end at the exit of the
/// process, also those of a run that was refused and never began.
/// </summary>
internal sealed class RunnerManager(
    IObjectContainer container,
    IContainerBuilder builder,
    ReqnrollConfiguration configuration,
    IRuntimeBindingRegistryBuilder registry,
    ITestTracer tracer) : TestRunnerManager(container, builder, configuration, registry, tracer)
{
    protected override void InitializeBindingRegistry(ITestRunner testRunner) =>
        BuildBindingRegistry(_bindingRegistryBuilder.GetBindingAssemblies(TestAssembly));
}
