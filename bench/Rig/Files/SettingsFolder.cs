namespace HilBench.Rig.Files;

/// <summary>The settings files that come beside the executable, found by name.</summary>
internal sealed class SettingsFolder(string folder, string what)
{
    private const string Extension = ".json";

    private string Root { get; } = Path.Combine(AppContext.BaseDirectory, folder);

    /// <summary>Names in ordinal order, without the extension.</summary>
    public IReadOnlyList<string> Names => Directory.Exists(Root)
        ? [.. Directory.GetFiles(Root, "*" + Extension)
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal)]
        : [];

    /// <summary>A name is a word; whatever has a folder or an extension in it is a file.</summary>
    public static bool IsPath(string nameOrFile) =>
        nameOrFile.Contains('/')
        || nameOrFile.Contains('\\')
        || nameOrFile.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>
    /// The name and the file meant by what a person typed. A file that is not there but comes beside the executable
    /// (<c>serial-panel.json</c>) is that one.
    /// </summary>
    public (string Name, string Path) Find(string nameOrFile, params IReadOnlyList<string> alsoKnown)
    {
        if (IsPath(nameOrFile))
        {
            if (File.Exists(nameOrFile)) return (Path.GetFileNameWithoutExtension(nameOrFile), nameOrFile);
            var beside = Path.Combine(Root, nameOrFile);
            return Path.GetFileName(nameOrFile) == nameOrFile && File.Exists(beside)
                ? (Path.GetFileNameWithoutExtension(nameOrFile), beside)
                : throw new SettingsException($"{nameOrFile}: there is no such {what} file");
        }

        var path = Path.Combine(Root, nameOrFile + Extension);
        if (File.Exists(path)) return (nameOrFile, path);
        string[] known = [.. alsoKnown, .. Names];
        throw new SettingsException(
            $"there is no {what} \"{nameOrFile}\"; {NearestName.Question(nameOrFile, known)}"
            + $"allowed: {string.Join(", ", known)}, or a file NAME{Extension}");
    }
}
