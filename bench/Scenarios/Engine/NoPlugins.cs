using Reqnroll.Plugins;

namespace HilBench.Scenarios.Engine;

/// <summary>What happens to lie beside the program is not loaded; a lab names its own assemblies.</summary>
internal sealed class NoPlugins : IRuntimePluginLocator
{
    public IReadOnlyList<string> GetAllRuntimePlugins() => [];
}
