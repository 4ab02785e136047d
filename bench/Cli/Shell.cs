using HilBench.Runs;

namespace HilBench.Cli;

/// <summary>Commands as a person can paste them into a shell.</summary>
internal static class Shell
{
    private const string Name = "hilbench";

    /// <summary>
    /// How this process was started: by the SDK in a checkout, by its name where it is installed, as a published
    /// program somewhere, or as a library by the host.
    /// </summary>
    public static string ThisCommand
    {
        get
        {
            var here = Surroundings.Current;
            var project = Path.GetFullPath(Path.Combine(here.Folder, "..", "..", ".."));
            if (File.Exists(Path.Combine(project, "HilBench.Cli.csproj")))
                return $"dotnet run --project {ShellWord.Quote(Shorter(project))} --";
            var program = here.Program ?? Name;
            if (Path.GetFileNameWithoutExtension(program) == "dotnet") return OfTheHost(here.Folder);
            if (IsFoundByItsName(program, here.SearchPath)) return Name;
            program = Shorter(program);
            return ShellWord.Quote(program.Contains('/') || program.Contains('\\') ? program : "./" + program);
        }
    }

    /// <summary>
    /// True when the first program of that name on the path is this one, itself or by a link: installed by a package,
    /// or as a tool of .NET.
    /// </summary>
    private static bool IsFoundByItsName(string program, string searchPath)
    {
        var file = Path.GetFileName(program);
        if (Path.GetFileNameWithoutExtension(file) != Name) return false;
        var first = searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
        return first is not null && Real(first) == Real(program);
    }

    private static string Real(string file)
    {
        var full = Path.GetFullPath(file);
        try
        {
            return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return full;
        }
    }

    /// <summary>A tool that a folder's manifest names is started as <c>dotnet hilbench</c> there.</summary>
    private static string OfTheHost(string folder)
    {
        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
        {
            string[] manifests = [Path.Combine(".config", "dotnet-tools.json"), "dotnet-tools.json"];
            if (manifests.Any(manifest => Names(Path.Combine(at.FullName, manifest), folder))) return $"dotnet {Name}";
        }

        return $"dotnet {ShellWord.Quote(Shorter(Path.Combine(folder, Name + ".dll")))}";
    }

    /// <summary>A tool lies in …/hilbench/VERSION/tools/net10.0/any, which nothing else does.</summary>
    private static bool Names(string manifest, string folder) =>
        Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(folder))) == "tools"
        && File.Exists(manifest)
        && File.ReadAllText(manifest).Contains($"\"{Name}\"", StringComparison.Ordinal);

    /// <summary>Relative to the current folder when that is below it.</summary>
    private static string Shorter(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
