using HilBench.Lab.Bus;
using HilBench.Recording;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Coordination;

/// <summary>A run of a lab: what is to run, for whom, and what has become of it.</summary>
internal sealed record LabRun
{
    /// <summary>The user and the number of the run, <c>USER.RUN</c>.</summary>
    public required string Key { get; init; }

    public required string User { get; init; }

    public required LabRequest Request { get; init; }

    public required BenchChoice Choice { get; init; }

    public required IReadOnlyList<ScenarioCase> Cases { get; init; }

    /// <summary>What the sentences of each scenario need.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Needs { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The features on their way to the benches.</summary>
    public required Parcel Features { get; init; }

    /// <summary>The same as bytes, should the broker lose them.</summary>
    public required byte[] Sheet { get; init; }

    /// <summary>The same for a run of the same scenarios with the same seed and build.</summary>
    public required string Digest { get; init; }

    public required ScenarioBook Book { get; init; }

    public IRunListener? Listener { get; init; }

    public RecordingShelf? Shelf { get; init; }

    /// <summary>Told how it stands, several times a second.</summary>
    public Action<LabStatus>? Stands { get; init; }

    /// <summary>Told the key when the run has begun, or goes on.</summary>
    public Action<string>? Begins { get; init; }

    public bool IsResumed => Request.Resume is not null;
}
