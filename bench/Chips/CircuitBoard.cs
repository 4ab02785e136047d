namespace HilBench.Chips;

/// <summary>
/// What all chips of one board share: time, supply, the log of misuse, and the seed of everything random.
/// </summary>
public sealed class CircuitBoard
{
    public CircuitBoard(ulong seed)
    {
        Seed = seed;
        Time = new VirtualTime();
        Power = new PowerDomain(Time);
    }

    /// <summary>A board beside another, with a supply of its own: one time, one log of misuse.</summary>
    public CircuitBoard(CircuitBoard beside)
    {
        (Seed, Time, Findings) = (beside.Seed, beside.Time, beside.Findings);
        Power = new PowerDomain(Time);
    }

    public ulong Seed { get; }

    public VirtualTime Time { get; }

    public PowerDomain Power { get; }

    public FindingLog Findings { get; } = new();
}
