using HilBench.Roles;

namespace HilBench.Scenarios;

/// <summary>Texts that belong to the report of a scenario, such as a drawn glass; injected like the rest.</summary>
public sealed class ScenarioAttachments
{
    private readonly List<Attachment> _all = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Attachment> All => _all;

    /// <summary>Which step runs now, from 0; -1 before the first, as many as there are after the last.</summary>
    internal int Step { get; set; } = ScenarioOutput.BeforeTheSteps;

    /// <summary>Somebody is going to draw what the glass showed.</summary>
    internal bool WantsGlass { get; init; }

    /// <summary>What the glass showed last; null when nobody asked, or there is none.</summary>
    internal GlassStory? Glass { get; set; }

    /// <summary>Who else wants to know of each.</summary>
    internal Action<Attachment>? Added { get; set; }

    /// <param name="title">What stands above it; may be empty.</param>
    /// <param name="lines">The text.</param>
    /// <param name="besideTheLast">It is to be compared with the attachment before it, line by line.</param>
    public void Add(string title, IReadOnlyList<string> lines, bool besideTheLast = false) =>
        Add(new Attachment(title, lines) { BesideTheLast = besideTheLast, Step = Step });

    /// <summary>Adds a display, drawn as a text for a terminal and kept for a picture.</summary>
    /// <param name="title">What stands above it.</param>
    /// <param name="lines">What the display shows.</param>
    /// <param name="columns">How wide it is.</param>
    /// <param name="height">How many lines it has, if that is more than <paramref name="lines"/>.</param>
    /// <param name="besideTheLast">It is to be compared with the attachment before it.</param>
    /// <param name="file">What the picture is called in a folder, without an ending; else it is the title.</param>
    /// <param name="kind">How the display forms its signs.</param>
    public void AddGlass(
        string title, IReadOnlyList<string> lines, int columns, int height = 0, bool besideTheLast = false,
        string? file = null, GlassKind kind = GlassKind.Dots) =>
        Add(new Attachment(title, GlassDrawing.Draw(lines, columns, height))
        {
            BesideTheLast = besideTheLast,
            Step = Step,
            Picture = GlassSvg.Of(lines, columns, height, kind),
            PictureName = (file ?? title) + ".svg",
        });

    private void Add(Attachment one)
    {
        _all.Add(one);
        Added?.Invoke(one);
    }
}

/// <summary>A titled text in the report of a scenario.</summary>
public sealed record Attachment(string Title, IReadOnlyList<string> Lines)
{
    /// <summary>It belongs to the right of the attachment before it, where there is room.</summary>
    public bool BesideTheLast { get; init; }

    /// <summary>The same as an SVG picture; null when it is nothing but a text.</summary>
    public string? Picture { get; init; }

    /// <summary>The file name of the picture.</summary>
    public string PictureName { get; init; } = "";

    /// <summary>Which step ran when it was added.</summary>
    public int Step { get; init; }
}
