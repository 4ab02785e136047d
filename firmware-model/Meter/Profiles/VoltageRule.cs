namespace HilBench.Meter;

/// <summary>What a meter does about a mains that is too high or too low.</summary>
/// <param name="High">From here on it is too high.</param>
/// <param name="Low">Down from here it is too low.</param>
/// <param name="After">How long it must be so before it counts.</param>
/// <param name="ReconnectAfter">How long it must be good again before the switch closes.</param>
/// <param name="OpensSwitch">Whether the load switch opens, or the event is counted and nothing else.</param>
public sealed record VoltageRule(
    Volts High, Volts Low, TimeSpan After, TimeSpan ReconnectAfter, bool OpensSwitch);
