using HilBench.Recording;
using Reqnroll.BoDi;

namespace HilBench.Scenarios.Running;

/// <summary>What a run is given beside its scenarios.</summary>
public sealed record RunOptions
{
    /// <summary>How many scenarios run at once; each has a thread of its own.</summary>
    public int Jobs { get; init; } = 1;

    public ulong Seed { get; init; } = 1;

    public CancellationToken Stop { get; init; }

    /// <summary>No scenario is begun any more when one did not pass; those have no results.</summary>
    public bool FailFast { get; init; }

    /// <summary>Puts what the steps need from outside into the container of each scenario.</summary>
    public Action<IObjectContainer> Provide { get; init; } = static _ => { };

    /// <summary>
    /// What an exception from a step says about the meter. Whatever nobody knows is the bench's own fault.
    /// </summary>
    public Func<Exception, Verdict> Judge { get; init; } = static _ => Verdict.RigFault;

    public IRunListener? Listener { get; init; }

    /// <summary>What each result says of where it ran; null when there is nothing to say.</summary>
    public RunPlace? Where { get; init; }

    /// <summary>Looks on while scenarios run; null when nobody does.</summary>
    public IRunOnlooker? Onlooker { get; init; }

    /// <summary>Which scenarios leave a recording.</summary>
    public RecordingScope Record { get; init; }

    /// <summary>Where the recordings are kept; it belongs to the caller. Null = none is made.</summary>
    public RecordingShelf? Shelf { get; init; }

    /// <summary>What steps hand to Reqnroll's output helper is kept for a report.</summary>
    public bool KeepsOutput { get; init; } = true;
}
