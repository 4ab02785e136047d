namespace HilBench.Meter;

/// <summary>The mains that a meter is made for.</summary>
public sealed record SupplyRange
{
    /// <summary>What it is usually connected to.</summary>
    public Volts Nominal { get; init; } = new(230);

    /// <summary>The least its own supply works from; below it the meter is as after a mains failure.</summary>
    public Volts Lowest { get; init; } = new(161);
}
