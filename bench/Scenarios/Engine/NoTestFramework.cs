using Reqnroll;
using Reqnroll.ErrorHandling;
using Reqnroll.UnitTestProvider;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Stands where xunit or NUnit would: the runner asks the engine what went wrong and makes the verdict itself.
/// </summary>
internal sealed class NoTestFramework : IUnitTestRuntimeProvider
{
    public void TestPending(string message) => throw new PendingScenarioException(message);

    public void TestInconclusive(string message) => throw new PendingScenarioException(message);

    public void TestIgnore(string message) => throw new PendingScenarioException(message);

    public ScenarioExecutionStatus? DetectExecutionStatus(Exception exception) => null;
}
