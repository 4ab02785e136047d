using Reqnroll;
using Reqnroll.Analytics;
using Reqnroll.Bindings;
using Reqnroll.Bindings.Discovery;
using Reqnroll.BoDi;
using Reqnroll.Formatters.Configuration;
using Reqnroll.Infrastructure;
using Reqnroll.Plugins;
using Reqnroll.Tracing;
using Reqnroll.UnitTestProvider;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// What Reqnroll's engine is made of here. All is Reqnroll's own but for what a bench must not do (send usage
/// statistics, look for plug-ins beside the program, print every step) and what is needed where no test framework
/// stands around it.
/// </summary>
internal sealed class EngineParts(EngineSettings settings) : DefaultDependencyProvider
{
    private const string Provider = "hilbench";

    public override void RegisterGlobalContainerDefaults(ObjectContainer container)
    {
        base.RegisterGlobalContainerDefaults(container);
        container.RegisterInstanceAs(settings);
        container.RegisterTypeAs<NoTelemetry, IAnalyticsRuntimeTelemetryService>();
        container.RegisterTypeAs<NoPlugins, IRuntimePluginLocator>();
        container.RegisterTypeAs<NoTrace, ITraceListener>();
        container.RegisterTypeAs<NoTrace, ITraceListenerQueue>();
        container.RegisterTypeAs<NoTestFramework, IUnitTestRuntimeProvider>(Provider);
        container.Resolve<UnitTestProviderConfiguration>().UseUnitTestProvider(Provider);
        container.RegisterTypeAs<ScenarioThreadInvoker, IAsyncBindingInvoker>();
        container.RegisterTypeAs<RunnerManager, ITestRunnerManager>();
        container.RegisterTypeAs<LikelySentences, IBindingRegistry>();
        container.RegisterTypeAs<GivenAssemblies, IBindingAssemblyLoader>();
        container.RegisterTypeAs<GivenClasses, IRuntimeBindingRegistryBuilder>();
        container.RegisterTypeAs<NoFormatters, IFormattersConfigurationProvider>();
        container.RegisterInstanceAs(new MatchMemory());
        container.RegisterInstanceAs(new MadeTables());
        container.RegisterInstanceAs(new EngineStop());
    }

    public override void RegisterTestThreadContainerDefaults(ObjectContainer testThreadContainer)
    {
        base.RegisterTestThreadContainerDefaults(testThreadContainer);
        testThreadContainer.RegisterTypeAs<NoTrace, ITraceListener>();
        testThreadContainer.RegisterTypeAs<RememberedMatches, IStepDefinitionMatchService>();
        testThreadContainer.RegisterTypeAs<RememberedTables, IStepArgumentTypeConverter>();
        testThreadContainer.RegisterTypeAs<ReportedOutput, IReqnrollOutputHelper>();
    }
}
