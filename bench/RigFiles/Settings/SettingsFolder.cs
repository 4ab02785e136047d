using HilBench.Input;

namespace HilBench.RigFiles;

/// <summary>The settings files that come beside the executable, found by name.</summary>
internal sealed class SettingsFolder(string folder, string what)
{
    private const string Extension = ".json";

    private string Root { get; } = Path.Combine(AppContext.BaseDirectory, folder);

    /// <summary>Names in ordinal order, without the extension.</summary>
    public IReadOnlyList<string> Names => NamesIn(Root);

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
        if (IsPath(nameOrFile)) return FindFile(nameOrFile);
        var path = Path.Combine(Root, nameOrFile + Extension);
        if (File.Exists(path)) return (nameOrFile, path);
        throw new SettingsException(NoSuchName(nameOrFile, [.. alsoKnown, .. Names]));
    }

    private (string Name, string Path) FindFile(string file)
    {
        // A pipe or a device is there too, and a folder: whoever reads it says what is wrong with it.
        if (Path.Exists(file)) return (Path.GetFileNameWithoutExtension(file), file);
        var isBare = Path.GetFileName(file) == file;
        var beside = Path.Combine(Root, file);
        return isBare && File.Exists(beside)
            ? (Path.GetFileNameWithoutExtension(file), beside)
            : throw new SettingsException(NoSuchFile(file, isBare));
    }

    private string NoSuchName(string name, string[] known)
    {
        var inThisFolder = File.Exists(name + Extension) ? $"did you mean the file {name}{Extension}? " : "";
        var question = inThisFolder.Length > 0 ? inThisFolder : NearestName.Question(name, known);
        return $"there is no {what} \"{OneLine.Beginning(name)}\"; {question}allowed: {string.Join(", ", known)}, "
            + $"or a file NAME{Extension}; looked in {Root}";
    }

    private string NoSuchFile(string file, bool isBare)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "";
        var looked = isBare ? $"{folder} and {Root}" : folder;
        string[] near = isBare ? [.. NamesIn(folder), .. Names] : [.. NamesIn(folder)];
        var nearest = NearestName.Question(Path.GetFileName(file), near.Select(name => name + Extension));
        return $"{InputFile.Shown(file)}: there is no such {what} file; looked in {OneLine.Whole(looked)}"
            + (nearest.Length == 0 ? "" : $"; {nearest.TrimEnd()}");
    }

    private static string[] NamesIn(string folder)
    {
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.GetFiles(folder, "*" + Extension)
                    .Select(path => Path.GetFileNameWithoutExtension(path))
                    .Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
