using HilBench.Runs;

namespace HilBench.Cli;

/// <summary>Commands as a person can paste them into a shell.</summary>
internal static class Shell
{
    /// <summary>
    /// How this process was started: by the SDK in a checkout, as a published program, or as a library by the host.
    /// </summary>
    public static string ThisCommand
    {
        get
        {
            var project = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
            if (File.Exists(Path.Combine(project, "HilBench.Cli.csproj")))
                return $"dotnet run --project {ShellWord.Quote(Shorter(project))} --";
            var program = Shorter(Surroundings.Current.Program ?? "hilbench");
            if (Path.GetFileNameWithoutExtension(program) == "dotnet")
                return $"dotnet {ShellWord.Quote(Shorter(Path.Combine(AppContext.BaseDirectory, "hilbench.dll")))}";
            return ShellWord.Quote(program.Contains('/') ? program : "./" + program);
        }
    }

    /// <summary>Relative to the current folder when that is below it.</summary>
    private static string Shorter(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
