using HilBench.Meter;

namespace HilBench.Simulation.Trials;

/// <summary>What came of an event.</summary>
/// <param name="Revision">The key revision that the meter had before it.</param>
internal sealed record Lived(int Revision)
{
    /// <summary>What was typed; null = nothing.</summary>
    public TrialToken? Typed { get; init; }

    /// <summary>What the ledger says the meter must answer to it.</summary>
    public ResultCode Answer { get; init; }

    /// <summary>True when the power failed before the answer.</summary>
    public bool IsCut { get; init; }
}
