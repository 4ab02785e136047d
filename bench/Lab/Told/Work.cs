using HilBench.Lab.Bus;
using HilBench.Scenarios;

namespace HilBench.Lab.Told;

/// <summary>What a bench is to do now. One scenario at a time; an empty run = nothing any more.</summary>
public sealed record Work
{
    /// <summary>The key of the run, <c>USER.RUN</c>; empty = stop.</summary>
    public string Run { get; init; } = "";

    /// <summary>Which scenario of the run, from 0.</summary>
    public int Scenario { get; init; }

    /// <summary>Which attempt at it, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The number of the lease it is done under.</summary>
    public long Fence { get; init; }

    /// <summary>The build that the scenarios of the run see.</summary>
    public string Build { get; init; } = "";

    /// <summary>The features of the run.</summary>
    public Parcel? Features { get; init; }
}

/// <summary>What a run is made of: it says in full what a bench needs, and names no file of any machine.</summary>
public sealed record RunSheet
{
    public ulong Seed { get; init; }

    public RecordingScope Record { get; init; }

    /// <summary>What steps hand over is kept for a report.</summary>
    public bool KeepsOutput { get; init; }

    public IReadOnlyList<SheetFile> Files { get; init; } = [];

    public IReadOnlyList<SheetScenario> Scenarios { get; init; } = [];
}

/// <summary>A feature file: its text, and what it is called in reports. It is never looked for on a disk.</summary>
public sealed record SheetFile(string Name, string Text);

/// <summary>A scenario or example row: where it begins in which file.</summary>
public sealed record SheetScenario(int File, int Line);
