namespace HilBench.Meter;

/// <summary>Why the load switch is open although there may be credit.</summary>
public enum TripCause
{
    None = 0,
    MaximumPower = 1,
    PhaseUnbalance = 2,

    /// <summary>More than the meter itself can carry.</summary>
    OverCurrent = 3,

    OverVoltage = 4,
    UnderVoltage = 5,

    /// <summary>Nothing is wrong: the test token of the load switch opens it for a while.</summary>
    SwitchTest = 6,
}
