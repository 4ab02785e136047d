using Reqnroll.Formatters.Configuration;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Which of Reqnroll's formatters write, and where. Only the run says so: no configuration file, no environment.
/// </summary>
internal sealed class ReportFiles(EngineSettings settings) : IFormattersConfigurationProvider
{
    public bool Enabled => settings.Reports.Count > 0;

    public IDictionary<string, object>? GetFormatterConfigurationByName(string formatterName) =>
        settings.Reports.TryGetValue(formatterName, out var file)
            ? new Dictionary<string, object> { ["outputFilePath"] = file }
            : null;

    /// <summary>A path is taken as it stands.</summary>
    public string ResolveTemplatePlaceholders(string template) => template;
}
