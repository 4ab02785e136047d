namespace HilBench.Meter;

/// <summary>The most a meter carries, whatever limit a token has set. It comes back as after any overload.</summary>
/// <param name="Amps">More than this is too much.</param>
/// <param name="After">How long it may flow without a break.</param>
public sealed record OverCurrentRule(int Amps, TimeSpan After);
