using System.Globalization;
using System.Xml;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;

namespace HilBench.History;

/// <summary>
/// The report folder of a run of the past, as far as it still holds the report of that run: another run may have
/// written its own there, and folders are moved and removed.
/// </summary>
public sealed class PastReport
{
    private readonly ScenarioFolders _folders;

    private PastReport(string folder, IEnumerable<PastScenario> scenarios) =>
        (Folder, _folders) = (folder, new ScenarioFolders(scenarios.Select(one => Split(one.Place).File)));

    /// <summary>A full path.</summary>
    public string Folder { get; }

    /// <summary>Null when the run wrote none, or it is not there any more.</summary>
    /// <exception cref="HistoryException">The history cannot be read.</exception>
    public static PastReport? Of(Past past, PastRun run, IReadOnlyList<PastScenario> scenarios) =>
        run.Head.Report is { } folder && Began(folder) == ToSeconds(run.Head.Began) && past.IsLastIntoItsReport(run)
            ? new PastReport(folder, scenarios) : null;

    /// <summary>The recording of a scenario; null when it left none, or it is not there any more.</summary>
    public string? RecordingOf(PastScenario scenario)
    {
        var path = Path.Combine(
            Folder, ScenarioFiles.FolderName, _folders.Of(Split(scenario.Place)), ScenarioFiles.RecordingName);
        return File.Exists(path) ? path : null;
    }

    private static DateTime ToSeconds(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>When the run began whose report lies there; null when none does.</summary>
    private static DateTime? Began(string folder)
    {
        try
        {
            using var xml = XmlReader.Create(Path.Combine(folder, JUnitReport.FileName));
            xml.MoveToContent();
            return DateTime.TryParse(
                xml.GetAttribute("timestamp"), CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var began) ? began : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or XmlException)
        {
            return null;
        }
    }

    private static Place Split(string place)
    {
        var colon = place.LastIndexOf(':');
        return new Place(place[..colon], int.Parse(place[(colon + 1)..], CultureInfo.InvariantCulture));
    }
}
