namespace HilBench.Scenarios.Features;

/// <summary>A file to read, or one line of it, and what has come of it.</summary>
internal sealed class FeaturePart(string file, int? line)
{
    public string File { get; } = file;

    public int? Line { get; } = line;

    public string FullPath => Path.GetFullPath(File);

    public IReadOnlyList<ScenarioCase> Cases { get; set; } = [];

    public List<string> Mistakes { get; } = [];
}
