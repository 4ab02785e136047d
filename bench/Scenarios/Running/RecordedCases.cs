using HilBench.Recording;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Running;

/// <summary>What a recording says of its scenario; never a vending key.</summary>
internal static class RecordedCases
{
    private const string Secret = "vending key";
    private const string LeftOut = "(left out)";

    public static RecordingHead With(RecordingHead head, ScenarioCase scenario) => head with
    {
        File = FileOf(scenario.Place.File),
        Line = scenario.Place.Line,
        Feature = scenario.Feature,
        Title = scenario.Title,
        Tags = scenario.Tags,
        Steps = [.. scenario.Steps.Select(StepOf)],
    };

    /// <summary>Where this machine keeps its files is nobody's business.</summary>
    private static string FileOf(string file) =>
        Path.IsPathRooted(file) || file.Split('/').Contains("..") ? Path.GetFileName(file) : file.Replace('\\', '/');

    private static RecordedStep StepOf(StepCase step) =>
        new(step.Place.Line, step.Keyword, Open(step.Text)) { Below = [.. BelowOf(step)] };

    private static IEnumerable<string> BelowOf(StepCase step)
    {
        if (step.DocString is { } text) return text.Split('\n').Select(Open);
        if (step.Table is not { } table) return [];
        return table.Rows.Select(row => row.Values).Prepend(table.Header)
            .Select(cells => $"| {string.Join(" | ", Open([.. cells]))} |");
    }

    private static IEnumerable<string> Open(string[] cells) =>
        cells.Any(IsSecret) ? cells.Select(cell => IsSecret(cell) ? cell : LeftOut) : cells;

    private static string Open(string text) => IsSecret(text) ? LeftOut : text;

    private static bool IsSecret(string text) => text.Contains(Secret, StringComparison.OrdinalIgnoreCase);
}
