using HilBench.Web.Settings;
using HilBench.Input;
using HilBench.Recording;

namespace HilBench.Web.Waves;

/// <summary>The recordings below the folder of reports, and no other file.</summary>
internal sealed class RecordingFiles(WebSettings settings)
{
    /// <summary>Of an upload.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>A longer list is none to choose from.</summary>
    private const int MostListed = 200;

    private const int MostLinks = 16;

    private readonly string _root = Path.GetFullPath(settings.Reports);

    /// <summary>Paths below the folder, with slashes, the newest first.</summary>
    public IReadOnlyList<string> List()
    {
        if (!Directory.Exists(_root)) return [];
        var all = new EnumerationOptions
        {
            RecurseSubdirectories = true, IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        };
        return
        [
            .. new DirectoryInfo(_root).EnumerateFiles("*" + FlightRecording.Ending, all)
                .OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.FullName, StringComparer.Ordinal)
                .Take(MostListed)
                .Select(file => Path.GetRelativePath(_root, file.FullName).Replace('\\', '/')),
        ];
    }

    /// <exception cref="SettingsException">It is not below the folder, or no recording; one line.</exception>
    public OpenedRecording Open(string path)
    {
        var shown = OneLine.Beginning(path);
        var file = Below(path) ?? throw new SettingsException(
            $"{shown}: is not opened; allowed: a file {FlightRecording.Ending} below the folder of reports");
        using var from = OpenFile(file, shown);
        if (from.Length > MostBytes) throw TooLong(shown);
        return OpenedRecording.Of(shown, FlightRecording.ReadOfStranger(shown, from));
    }

    /// <summary>A file that somebody brings.</summary>
    /// <exception cref="SettingsException">It is no recording; one line.</exception>
    public static OpenedRecording Read(string name, Stream whole) =>
        OpenedRecording.Of(name, FlightRecording.ReadOfStranger(name, whole));

    public static SettingsException TooLong(string shown) =>
        new($"{shown}: is too long; allowed: recordings of up to {MostBytes >> 20} MB");

    private static FileStream OpenFile(string file, string shown)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{shown}: cannot be opened");
        }
    }

    /// <summary>The real path of a file, null when the words or a link lead out of the folder.</summary>
    private string? Below(string path)
    {
        if (path.Length == 0 || path.Contains('\0') || path.Contains('\\') || Path.IsPathRooted(path)) return null;
        if (path.Split('/').Any(part => part is ".." or "." or "")) return null;
        if (!path.EndsWith(FlightRecording.Ending, StringComparison.Ordinal)) return null;
        var real = RealOf(Path.Combine(_root, path), MostLinks);
        var root = RealOf(_root, MostLinks);
        return real is not null && root is not null
            && real.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar,
                StringComparison.Ordinal)
            && File.Exists(real) ? real : null;
    }

    /// <summary>With every link on the way followed; null when they are too many.</summary>
    private static string? RealOf(string path, int links)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var parts = full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var next = Path.Combine(real, parts[i]);
            if (new FileInfo(next).LinkTarget is { } target)
            {
                var rest = Path.Combine([real, target, .. parts[(i + 1)..]]);
                return links == 0 ? null : RealOf(rest, links - 1);
            }

            real = next;
        }

        return real;
    }
}
