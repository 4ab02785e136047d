namespace HilBench.Scenarios.Features;

/// <summary>A file to read, or one line of it, and what has come of it.</summary>
internal sealed class FeaturePart(string file, int? line)
{
    public string File { get; } = file;

    public int? Line { get; } = line;

    public string FullPath => Path.GetFullPath(File);

    /// <summary>What stands in the file; null when that is not known.</summary>
    public string? Text { get; set; }

    /// <summary>False when the file, or what the path names, cannot be read as text.</summary>
    public bool IsReadable { get; set; } = true;

    public IReadOnlyList<ScenarioCase> Cases { get; set; } = [];

    public List<string> Mistakes { get; } = [];
}
