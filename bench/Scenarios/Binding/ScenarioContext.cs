namespace HilBench.Scenarios.Binding;

/// <summary>What a step or hook may know of the scenario it runs in; injected by constructor.</summary>
public sealed class ScenarioContext(ScenarioInfo scenarioInfo) : Dictionary<string, object>
{
    private readonly List<Attachment> _attachments = [];

    public ScenarioInfo ScenarioInfo { get; } = scenarioInfo;

    /// <summary>What went wrong so far, or null.</summary>
    public Exception? TestError { get; internal set; }

    /// <summary>Texts that belong to the report of this scenario, oldest first.</summary>
    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>Adds a text, such as a drawn glass, to the report. Ours, not Reqnroll's.</summary>
    /// <param name="title">What stands above it; may be empty.</param>
    /// <param name="lines">The text.</param>
    /// <param name="besideTheLast">It is to be compared with the attachment before it, line by line.</param>
    public void Attach(string title, IReadOnlyList<string> lines, bool besideTheLast = false) =>
        _attachments.Add(new Attachment(title, lines) { BesideTheLast = besideTheLast });
}

/// <summary>The scenario as its author wrote it.</summary>
public sealed class ScenarioInfo(string title, string description, string[] tags, string[] combinedTags)
{
    public string Title { get; } = title;

    public string Description { get; } = description;

    /// <summary>Tags of the scenario itself and of its examples, without @.</summary>
    public string[] Tags { get; } = tags;

    /// <summary>Tags of the scenario, its rule, its feature and its examples, without @.</summary>
    public string[] CombinedTags { get; } = combinedTags;
}

/// <summary>A titled text in the report of a scenario.</summary>
public sealed record Attachment(string Title, IReadOnlyList<string> Lines)
{
    /// <summary>It belongs to the right of the attachment before it, where there is room.</summary>
    public bool BesideTheLast { get; init; }
}
