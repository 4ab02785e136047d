namespace HilBench.Scenarios.Reports;

/// <summary>
/// What a report consists of: three files, and a folder with a folder for each scenario that has something to show. A
/// folder is only taken for one of a report when a file in it says so: somebody may keep scenarios of his own there.
/// </summary>
internal static class ReportParts
{
    public const string BelongsToNobody = "belongs to no report; move it away, or name another folder";

    private const string MarkName = ".hilbench-report";
    private const string OldName = ".old";

    /// <summary>The verdicts so far, for whoever finds what a killed run has left; it is no part of a report.</summary>
    public const string VerdictsName = "verdicts.ndjson";

    private static readonly string[] Files =
        [RunFile.FileName, CucumberReports.MessagesName, CucumberReports.PageName, JUnitReport.FileName];

    /// <summary>The last one says that the rest is there.</summary>
    public static IReadOnlyList<string> All { get; } = [ScenarioFiles.FolderName, .. Files];

    /// <summary>Something of an older report is there.</summary>
    public static bool AreIn(string folder) => All.Any(name => Path.Exists(Path.Combine(folder, name)));

    /// <summary>What cannot be replaced, because it is none of ours; null when nothing is.</summary>
    /// <returns>A path, and what is wrong with it.</returns>
    public static string? Foreign(string folder)
    {
        var scenarios = Path.Combine(folder, ScenarioFiles.FolderName);
        return Files.Select(name => Path.Combine(folder, name)).FirstOrDefault(Directory.Exists) is { } taken
            ? $"{Shown(taken)} is a folder"
            : Path.Exists(scenarios) && !IsMarked(scenarios)
                ? $"{Shown(scenarios)} is there and {BelongsToNobody}"
            : null;
    }

    /// <summary>Writes a file, and the folders it lies in.</summary>
    public static void Build(string folder, ReportFile file)
    {
        var path = Path.Combine(folder, file.Path);
        if (file.Path.Contains('/', StringComparison.Ordinal))
        {
            // The mark comes first: what a full disk leaves of the rest is then known as ours.
            var mark = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, ScenarioFiles.FolderName)).FullName,
                MarkName);
            if (!File.Exists(mark)) File.Create(mark).Dispose();
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }

        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(stream);
        // A disk may find out that it is full no earlier than now. The many small files come before the three.
        stream.Flush(flushToDisk: Files.Contains(file.Path));
    }

    /// <summary>Puts what was built in its place; what another run has left there would contradict it.</summary>
    public static void Install(string built, string place)
    {
        foreach (var name in All)
        {
            var (from, to) = (Path.Combine(built, name), Path.Combine(place, name));
            if (Directory.Exists(to))
            {
                var old = Path.Combine(built, OldName);
                Directory.Move(to, old);
                RemoveFolder(old);
            }

            if (Directory.Exists(from)) Directory.Move(from, to);
            else if (File.Exists(from)) File.Move(from, to, overwrite: true);
            else File.Delete(to);
        }
    }

    /// <summary>Removes what a dead run has built.</summary>
    public static void Remove(string built)
    {
        foreach (var path in All.Append(VerdictsName).Append(OldName).Select(name => Path.Combine(built, name)))
        {
            if (File.Exists(path)) File.Delete(path);
            else if (IsMarked(path)) RemoveFolder(path);
            else if (Directory.Exists(path)) Directory.Delete(path);
        }
    }

    /// <summary>Where reports are built, it may be the folder of another program.</summary>
    public static bool IsOurs(string built, string name) => Files.Contains(name) || name == VerdictsName
        || name is OldName or ScenarioFiles.FolderName && IsMarked(Path.Combine(built, name));

    private static string Shown(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path);

    private static bool IsMarked(string folder) => File.Exists(Path.Combine(folder, MarkName));

    /// <summary>Its mark goes last: what a run leaves that is killed meanwhile is still known as ours.</summary>
    private static void RemoveFolder(string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is null)
        {
            foreach (var below in Directory.EnumerateDirectories(folder)) Directory.Delete(below, recursive: true);
            Directory.Delete(folder, recursive: true);
            return;
        }

        Directory.Delete(folder);
    }
}
