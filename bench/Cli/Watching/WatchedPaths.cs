using System.Text.RegularExpressions;

namespace HilBench.Cli;

/// <summary>
/// What a run depends on, and which part of it has to run again after some of it was saved: a feature concerns itself,
/// a rig or profile concerns all.
/// </summary>
internal sealed partial class WatchedPaths
{
    private const string Feature = ".feature";
    private const string Settings = ".json";

    private readonly (string Path, string Full)[] _asked;
    private readonly string? _rig;
    private readonly string[] _written;

    /// <param name="paths">As on the command line: files, folders, <c>file.feature:LINE</c>.</param>
    /// <param name="rig">Name or file.</param>
    /// <param name="report">The folder that a run writes; what is saved there concerns nobody.</param>
    public WatchedPaths(IEnumerable<string> paths, string rig, string? report)
    {
        _written = report is null ? [] : [Path.GetFullPath(report), Path.GetFullPath(report) + ".part"];
        _asked = [.. paths.Select(path => (path, Path.GetFullPath(FileOf(path))))];
        _rig = File.Exists(rig) ? Path.GetFullPath(rig) : null;
    }

    public static string[] Endings => [Feature, Settings];

    /// <summary>Of a folder of features all below too; of a file, a rig and the bench itself just the folder.</summary>
    public IReadOnlyList<(string Folder, bool Below)> Folders =>
    [
        .. _asked.Where(one => Directory.Exists(one.Full)).Select(one => (one.Full, true))
            .Concat(_asked.Where(one => !Directory.Exists(one.Full)).Select(one => (FolderOf(one.Full), false)))
            .Append((FolderOf(_rig), false))
            .Append((Path.Combine(AppContext.BaseDirectory, "rigs"), false))
            .Append((Path.Combine(AppContext.BaseDirectory, "profiles"), false))
            .Where(one => Directory.Exists(one.Item1))
            .Distinct(),
    ];

    /// <summary>The paths to run now; none when what was saved concerns nobody.</summary>
    /// <param name="saved">Full paths; none when nobody knows what was saved.</param>
    public IReadOnlyList<string> Concerned(IReadOnlyList<string> saved)
    {
        var all = saved.Count == 0;
        saved = [.. saved.Where(file => !_written.Any(folder => IsBelow(folder, file)))];
        if (all || saved.Any(file => HasEnding(file, Settings))) return [.. _asked.Select(one => one.Path)];
        return
        [
            .. saved.Where(file => HasEnding(file, Feature) && File.Exists(file))
                .SelectMany(file => _asked.Select(one => Within(one, file)).OfType<string>())
                .Distinct(),
        ];
    }

    private static string? Within((string Path, string Full) asked, string file)
    {
        if (asked.Full == file) return asked.Path;
        return Directory.Exists(asked.Full) && IsBelow(asked.Full, file)
            ? Path.Combine(asked.Path, Path.GetRelativePath(asked.Full, file))
            : null;
    }

    private static bool IsBelow(string folder, string file) => file.StartsWith(
        Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool HasEnding(string file, string ending) =>
        file.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static string FileOf(string path) => Path.Exists(path) ? path : Line().Replace(path, "");

    private static string FolderOf(string? file) => Path.GetDirectoryName(file) ?? "";

    [GeneratedRegex(":[0-9]+$")]
    private static partial Regex Line();
}
