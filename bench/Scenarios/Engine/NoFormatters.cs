using Reqnroll.Formatters.Configuration;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Reqnroll's formatters do not write, whatever a configuration file or the environment says: reports are made after
/// the run (docs/decisions/0014-cucumber-reports-after-the-run.md).
/// </summary>
internal sealed class NoFormatters : IFormattersConfigurationProvider
{
    public bool Enabled => false;

    public IDictionary<string, object>? GetFormatterConfigurationByName(string formatterName) => null;

    public string ResolveTemplatePlaceholders(string template) => template;
}
