using System.Globalization;
using Reqnroll;
using Reqnroll.BoDi;
using Reqnroll.Events;
using Reqnroll.Infrastructure;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Reqnroll's output helper. Lines and files belong to the scenario that runs, and go into its reports; what a hook
/// around a feature or a run writes belongs to none.
/// </summary>
internal sealed class ReportedOutput(
    ITestThreadExecutionEventPublisher events, IContextManager contexts) : IReqnrollOutputHelper
{
    public void WriteLine(string message)
    {
        var (feature, scenario) = (contexts.FeatureContext?.FeatureInfo, contexts.ScenarioContext?.ScenarioInfo);
        _ = events.PublishEventAsync(new OutputAddedEvent(message, feature, scenario));
        Output?.AddLine(message ?? "");
    }

    public void WriteLine(string format, params object[] args) =>
        WriteLine(string.Format(CultureInfo.InvariantCulture, format, args));

    public void AddAttachment(string filePath)
    {
        var (feature, scenario) = (contexts.FeatureContext?.FeatureInfo, contexts.ScenarioContext?.ScenarioInfo);
        _ = events.PublishEventAsync(new AttachmentAddedEvent(filePath, feature, scenario));
        Output?.AddFile(filePath);
    }

    private ScenarioOutput? Output
    {
        get
        {
            if (contexts.ScenarioContext?.ScenarioContainer is not { } container) return null;
            try
            {
                return container.IsRegistered<ScenarioOutput>() ? container.Resolve<ScenarioOutput>() : null;
            }
            catch (ObjectContainerException)
            {
                // That scenario is over.
                return null;
            }
        }
    }
}
