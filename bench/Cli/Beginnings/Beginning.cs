using HilBench.Input;

namespace HilBench.Cli;

/// <summary>Files to begin with, and what to type next.</summary>
internal sealed record Beginning
{
    /// <summary>What stands there already is an obstacle: nothing is written then.</summary>
    public required IReadOnlyList<NewFile> Files { get; init; }

    /// <summary>The words of commands, without the program; they work once the files are there.</summary>
    public IReadOnlyList<string[]> Next { get; init; } = [];

    /// <summary>A line after them.</summary>
    public string? Hint { get; init; }

    /// <summary>All files, or none.</summary>
    /// <exception cref="SettingsException">One is there already, or cannot be written.</exception>
    public void Write()
    {
        var written = new List<string>();
        try
        {
            foreach (var file in Files)
            {
                if (Path.Exists(file.Name) && file.MayBeThere) continue;
                if (Path.GetDirectoryName(file.Name) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
                // Fails where anything of that name is, also a link that leads nowhere.
                using var stream = new FileStream(file.Name, FileMode.CreateNew, FileAccess.Write);
                written.Add(file.Name);
                using var writer = new StreamWriter(stream);
                writer.Write(file.Text);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            foreach (var file in written) File.Delete(file);
            var failed = Files.First(
                file => !written.Contains(file.Name) && !(file.MayBeThere && Path.Exists(file.Name)));
            throw new SettingsException(Path.Exists(failed.Name)
                ? $"{failed.Name}: is there already and is left as it is; take another name, or move it away"
                : $"{failed.Name}: cannot be written: {OneLine.Whole(failure.Message)}");
        }
    }
}
