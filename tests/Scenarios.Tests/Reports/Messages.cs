using System.Text;
using System.Text.Json;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Tests.Reports;

/// <summary>The lines of messages.ndjson, as any Cucumber tool reads them.</summary>
internal static class Messages
{
    /// <summary>A run of a feature text with these sentences.</summary>
    public static RunRecord Record(string feature, StepEngine engine, IReadOnlyList<ScenarioResult> results) => new()
    {
        // Read without a file, a case has no text.
        Results = [.. results.Select(result => result with { Case = result.Case with { Source = feature } })],
        Sentences = engine.Sentences,
        Seed = 1,
        Rig = "none",
        Began = new DateTime(2026, 11, 28, 8, 0, 0, DateTimeKind.Utc),
        Again = static scenario => $"again {scenario.Place}",
    };

    public static JsonElement[] Of(RunRecord run, ReportPictures? pictures = null)
    {
        using var file = new MemoryStream();
        new CucumberReports(run, pictures).WriteMessages(file);
        return
        [
            .. Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
    }

    /// <summary>All messages of one kind, in order.</summary>
    public static JsonElement[] All(this JsonElement[] messages, string kind) =>
        [.. messages.Where(one => one.TryGetProperty(kind, out _)).Select(one => one.GetProperty(kind))];

    /// <summary>A property that is a text; null when it is not there.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
