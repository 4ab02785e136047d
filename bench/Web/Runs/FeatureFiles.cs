using HilBench.Web.Guarding;

namespace HilBench.Web.Runs;

/// <summary>
/// The folder of features: nothing outside it is read or run, whatever a page asks for and wherever a link leads.
/// </summary>
internal sealed class FeatureFiles(string name)
{
    private const string Ending = ".feature";

    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true,
    };

    private static readonly EnumerationOptions LinksBelow = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = true,
    };

    private readonly FolderGuard _guard = new(name);

    /// <summary>As the user named it.</summary>
    public string Name { get; } = Path.TrimEndingDirectorySeparator(name);

    /// <summary>
    /// The feature files below it, with slashes and without the folder's own name, in ordinal order. Links are not
    /// followed.
    /// </summary>
    public IReadOnlyList<string> Files()
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(Name, "*", Below)
                    .Where(file => file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
                    .Select(file => Path.GetRelativePath(Name, file).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>
    /// A feature file or a folder below as a run takes it; null when it is not there, no such thing, or outside.
    /// </summary>
    /// <param name="below">With slashes; empty for the folder itself.</param>
    public string? PathOf(string below)
    {
        if (below.Length == 0) return Directory.Exists(Name) ? Name : null;
        if (below.Contains(':') || _guard.Resolve(below) is not { } full) return null;
        var isFeature = File.Exists(full) && full.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);
        return isFeature || Directory.Exists(full) ? Path.Combine(Name, below) : null;
    }

    /// <summary>
    /// What a run of a folder is given: the folder, or each of its files where a link among them leads elsewhere.
    /// </summary>
    public IReadOnlyList<string> PathsOf(string below)
    {
        if (PathOf(below) is not { } path) return [];
        if (!Directory.Exists(path) || !HasLinks(path)) return [path];
        var start = below.Length == 0 ? "" : below + "/";
        return
        [
            .. Files().Where(file => file.StartsWith(start, StringComparison.Ordinal))
                .Select(file => Path.Combine(Name, file)),
        ];
    }

    private static bool HasLinks(string folder) => new DirectoryInfo(folder)
        .EnumerateFileSystemInfos("*", LinksBelow)
        .Any(one => (one.Attributes & FileAttributes.ReparsePoint) != 0);
}
