namespace HilBench.Roles;

/// <summary>
/// One fault, as a scenario or a rig file asks for it. What a kind does not need stays as it is here.
/// </summary>
/// <param name="Kind">What is broken, and how.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>
    /// A row or column (1 = top, left), a data line (4 to 7), a copy (1 = newest), kilohertz or volts.
    /// </summary>
    public int Number { get; init; }

    /// <summary>The other row or column of a pair.</summary>
    public int Other { get; init; }

    public char? Key { get; init; }

    /// <summary>The number of a meter; empty = of none.</summary>
    public string? Meter { get; init; }

    /// <summary>How long it lasts, or how far a clock jumps.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>How often; 0 = until it is mended.</summary>
    public int Times { get; init; }

    /// <summary>The level of a stuck line.</summary>
    public bool IsHigh { get; init; }

    public override string ToString() => FaultKinds.Of(Kind).InWords(this);
}
