using System.Globalization;
using System.Text.RegularExpressions;
using HilBench.Web.Guarding;
using HilBench.Web.Settings;

namespace HilBench.Web.Runs;

/// <summary>
/// The folder with the reports of the panel's runs, one folder each; nothing outside it is ever handed out.
/// </summary>
internal sealed partial class ReportShelf(WebSettings settings)
{
    private readonly FolderGuard _guard = new(settings.Reports);

    /// <summary>A name for the folder of a new run: when it began.</summary>
    public string NewId()
    {
        var began = DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (var number = 1; ; number++)
        {
            var id = number == 1 ? began : string.Create(CultureInfo.InvariantCulture, $"{began}-{number}");
            if (!Path.Exists(FolderOf(id)) && !Path.Exists(FolderOf(id) + ".part")) return id;
        }
    }

    /// <summary>The folder of a run's report, there or not.</summary>
    public string FolderOf(string id) => Path.Combine(_guard.Folder, id);

    /// <summary>The run whose report lies in this folder; null when it lies elsewhere.</summary>
    public string? IdOf(string folder) =>
        Path.GetDirectoryName(folder) == _guard.Folder && IsId().IsMatch(Path.GetFileName(folder))
            ? Path.GetFileName(folder) : null;

    /// <summary>A file of a report; null when there is none, or it lies outside.</summary>
    /// <param name="id">The run.</param>
    /// <param name="below">Below the folder of its report, with slashes.</param>
    public string? FileOf(string id, string below) =>
        IsId().IsMatch(id) && _guard.Resolve($"{id}/{below}") is { } path && File.Exists(path) ? path : null;

    /// <summary>A file below the folder as a page names it, with slashes; null when it lies elsewhere.</summary>
    public string? NameOf(string file)
    {
        var name = Path.GetRelativePath(_guard.Folder, Path.GetFullPath(file)).Replace('\\', '/');
        return _guard.Resolve(name) is null ? null : name;
    }

    [GeneratedRegex(@"^[0-9]{8}-[0-9]{6}(-[0-9]{1,6})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsId();
}
