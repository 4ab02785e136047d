namespace HilBench.Web.Guarding;

/// <summary>
/// One folder that a page may name files of. What lies outside it is not found, whatever a name says: no way up, no
/// absolute path, and no link that leads out.
/// </summary>
internal sealed class FolderGuard(string folder)
{
    private static readonly char[] Separators = ['/', '\\'];

    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The full path of a file or folder below; null when it would not be below.</summary>
    /// <param name="name">Relative, with / between folders.</param>
    public string? Resolve(string name)
    {
        if (name.Length == 0 || name.Contains('\0') || Path.IsPathRooted(name)) return null;
        var parts = name.Split(Separators);
        if (parts.Any(part => part is "" or "." or "..")) return null;
        var path = Path.Combine([Folder, .. parts]);
        return IsBelow(RealPathOf(path), RealPathOf(Folder)) ? path : null;
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith(
        folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Where a path leads when every link on the way is followed.</summary>
    private static string RealPathOf(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent) return path;
        var here = Path.Combine(RealPathOf(parent), Path.GetFileName(path));
        FileSystemInfo info = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        try
        {
            return info.LinkTarget is null
                ? here : RealPathOf(info.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }
        catch (IOException)
        {
            // Links that lead to each other lead nowhere.
            return Path.GetPathRoot(path)!;
        }
    }
}
