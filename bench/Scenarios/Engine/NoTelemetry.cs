using Reqnroll.Analytics;

namespace HilBench.Scenarios.Engine;

/// <summary>Reqnroll sends usage statistics by default. A bench tells nobody what it runs.</summary>
internal sealed class NoTelemetry : IAnalyticsRuntimeTelemetryService
{
    public void SendFeatureUseEvent(
        string featureName, Dictionary<string, string>? properties = null, Dictionary<string, double>? metrics = null)
    {
    }

    public void SendProjectRunningEvent()
    {
    }
}
