using Lab.Project;
using Reqnroll;
using Reqnroll.Infrastructure;
using Reqnroll.Plugins;
using Reqnroll.UnitTestProvider;
using Xunit;

[assembly: RuntimePlugin(typeof(TestHost))]
[assembly: AssemblyFixture(typeof(TestRun))]

namespace Lab.Project;

/// <summary>
/// What Reqnroll's package for a test framework brings. Where that is referenced, this file is not needed.
/// </summary>
public sealed class TestHost : IRuntimePlugin, IUnitTestRuntimeProvider, IReqnrollAttachmentHandler
{
    private const string Name = "lab";

    public void Initialize(
        RuntimePluginEvents runtimePluginEvents,
        RuntimePluginParameters runtimePluginParameters,
        UnitTestProviderConfiguration unitTestProviderConfiguration)
    {
        unitTestProviderConfiguration.UseUnitTestProvider(Name);
        runtimePluginEvents.RegisterGlobalDependencies += (_, made) =>
            made.ObjectContainer.RegisterTypeAs<TestHost, IUnitTestRuntimeProvider>(Name);
        runtimePluginEvents.CustomizeTestThreadDependencies += (_, made) =>
            made.ObjectContainer.RegisterTypeAs<TestHost, IReqnrollAttachmentHandler>();
    }

    public void TestPending(string message) => Assert.Fail(message);

    public void TestInconclusive(string message) => Assert.Fail(message);

    public void TestIgnore(string message) => Assert.Skip(message);

    public ScenarioExecutionStatus? DetectExecutionStatus(Exception exception) => null;

    public void AddAttachment(string filePath) => TestContext.Current.AddAttachment(
        Path.GetFileName(filePath), File.ReadAllBytes(filePath));
}

/// <summary>Around all tests: the hooks of the beginning and the end.</summary>
public sealed class TestRun : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await TestRunnerManager.OnTestRunStartAsync(typeof(TestRun).Assembly);

    public async ValueTask DisposeAsync() => await TestRunnerManager.OnTestRunEndAsync(typeof(TestRun).Assembly);
}
