using HilBench.Scenarios;

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
                return $"dotnet run --project {Quote(Shorter(project))} --";
            var program = Shorter(Surroundings.Current.Program ?? "hilbench");
            if (Path.GetFileNameWithoutExtension(program) == "dotnet")
                return $"dotnet {Quote(Shorter(Path.Combine(AppContext.BaseDirectory, "hilbench.dll")))}";
            return Quote(program.Contains('/') ? program : "./" + program);
        }
    }

    /// <summary>
    /// A path or a name as a shell takes it; characters that would steer a terminal are written out, and a path that
    /// looks like an option is written so that it is none.
    /// </summary>
    public static string Quote(string word)
    {
        if (word.StartsWith('-')) word = "./" + word;
        if (word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "/._-:+=,@".Contains(c))) return word;
        return Printable.Line(word) == word
            ? "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'"
            : "$'" + string.Concat(word.Select(InDollarQuotes)) + "'";
    }

    private static string InDollarQuotes(char character) => character switch
    {
        '\'' or '\\' => $"\\{character}",
        _ when Printable.Line(character.ToString()) == character.ToString() || char.IsSurrogate(character) =>
            character.ToString(),
        _ => $"\\u{(int)character:x4}",
    };

    /// <summary>Relative to the current folder when that is below it.</summary>
    private static string Shorter(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
