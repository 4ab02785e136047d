using Reqnroll;
using Reqnroll.Tracing;

namespace HilBench.Scenarios.Engine;

/// <summary>Reqnroll prints every step and its time; the bench has its own progress and summary.</summary>
internal sealed class NoTrace : ITraceListener, ITraceListenerQueue
{
    public void Start()
    {
    }

    public void Dispose()
    {
    }

    public void WriteTestOutput(string message)
    {
    }

    public void WriteToolOutput(string message)
    {
    }

    public void EnqueueMessage(ITestRunner sourceTestRunner, string message, bool isToolMessage)
    {
    }
}
