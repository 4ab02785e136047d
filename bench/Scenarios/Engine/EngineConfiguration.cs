using System.Globalization;
using Reqnroll.Configuration;

namespace HilBench.Scenarios.Engine;

/// <summary>The engine's settings, from the run alone: no <c>reqnroll.json</c> of the current folder is read.</summary>
internal sealed class EngineConfiguration(EngineSettings settings) : IRuntimeConfigurationProvider
{
    public ReqnrollConfiguration LoadConfiguration(ReqnrollConfiguration reqnrollConfiguration)
    {
        // Numbers as in the invariant culture; the invariant one itself has no keywords for steps named after methods.
        reqnrollConfiguration.BindingCulture = CultureInfo.GetCultureInfo("en-US");
        reqnrollConfiguration.TraceSuccessfulSteps = false;
        reqnrollConfiguration.TraceTimings = false;
        reqnrollConfiguration.AdditionalStepAssemblies.AddRange(
            settings.Assemblies.Skip(1).Select(one => one.FullName!));
        return reqnrollConfiguration;
    }
}
