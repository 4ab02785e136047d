namespace HilBench.Meter;

/// <summary>Why the load switch is open although there may be credit.</summary>
public enum TripCause
{
    None = 0,
    MaximumPower = 1,
    PhaseUnbalance = 2,
}
