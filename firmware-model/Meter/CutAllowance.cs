namespace HilBench.Meter;

/// <summary>
/// What power cuts may still give away. Used energy is saved in steps, so a cut that came without a warning takes back
/// what was used since the last save. The meter cannot know how much that was, only that it was no more than a step.
/// Each such cut halves the step; at the smallest step the record runs ahead of the register, and a cut gives nothing
/// away any more. Energy that was delivered and saved brings the step back (docs/decisions/0017).
/// </summary>
/// <param name="Halvings">How often the step has been halved, up to <see cref="Most"/>.</param>
/// <param name="IsOpen">
/// True while energy may have been used that no record knows of: from the first energy after power came until the meter
/// was warned and saved. Found at power-up, it tells of a cut that nobody announced.
/// </param>
public readonly record struct CutAllowance(int Halvings, bool IsOpen)
{
    /// <summary>From here on the record runs ahead: by a step of 1/1024, a tenth of a watt-hour in generic.</summary>
    public const int Most = 10;

    /// <summary>
    /// So many times what a larger step could give away must have been delivered before it is used again: cuts give
    /// away one percent at most, as much as a meter of class 1 may be wrong.
    /// </summary>
    private const int DeliveredPerStep = 100;

    /// <summary>The meter starts: a record that was left open is one cut more.</summary>
    public CutAllowance AfterPowerUp() => IsOpen ? new(Math.Min(Halvings + 1, Most), IsOpen: false) : this;

    public CutAllowance Opened() => this with { IsOpen = true };

    public CutAllowance Closed() => this with { IsOpen = false };

    /// <summary>True where the record charges for a step before it is used.</summary>
    public bool RunsAhead => IsOpen && Halvings == Most;

    /// <summary>The step in which used energy is saved now, where the profile's is given.</summary>
    public Int128 StepOf(Int128 saveStep) => Int128.Max(saveStep >> Halvings, 1);

    /// <summary>The allowance after so much was used, and saved, since it last changed.</summary>
    public CutAllowance After(Int128 used, Int128 saveStep) =>
        Halvings > 0 && used >= DeliveredPerStep * Int128.Max(saveStep >> (Halvings - 1), 1)
            ? this with { Halvings = Halvings - 1 }
            : this;
}
