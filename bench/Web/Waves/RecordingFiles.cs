using HilBench.Input;
using HilBench.Recording;
using HilBench.Web.Guarding;
using HilBench.Web.Settings;

namespace HilBench.Web.Waves;

/// <summary>The recordings below the folder of reports, and no other file.</summary>
internal sealed class RecordingFiles(WebSettings settings)
{
    /// <summary>Of an upload.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>A longer list is none to choose from.</summary>
    private const int MostListed = 200;

    private readonly FolderGuard _guard = new(settings.Reports);

    /// <summary>Paths below the folder, with slashes, the newest first.</summary>
    public IReadOnlyList<string> List()
    {
        var root = _guard.Folder;
        if (!Directory.Exists(root)) return [];
        var all = new EnumerationOptions
        {
            RecurseSubdirectories = true, IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        };
        return
        [
            .. new DirectoryInfo(root).EnumerateFiles("*" + FlightRecording.Ending, all)
                .OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.FullName, StringComparer.Ordinal)
                .Take(MostListed)
                .Select(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/')),
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

    /// <summary>Null when the words or a link lead out of the folder, or to no recording.</summary>
    private string? Below(string path) =>
        path.EndsWith(FlightRecording.Ending, StringComparison.Ordinal) && !path.Contains('\\')
            && _guard.Resolve(path) is { } file && File.Exists(file) ? file : null;
}
