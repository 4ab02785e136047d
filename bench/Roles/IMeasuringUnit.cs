using HilBench.Meter;

namespace HilBench.Roles;

/// <summary>
/// The front of a split meter's measuring unit, in its box outside the house: a look at it takes no time and disturbs
/// nothing. What the customer has in the house is <see cref="IMeterRig.Keypad"/>, <see cref="IMeterRig.Glass"/> and
/// <see cref="IMeterRig.Indicators"/>.
/// </summary>
public interface IMeasuringUnit
{
    /// <summary>What stands on its own display now.</summary>
    IReadOnlyList<string> Display { get; }

    /// <summary>Lit at this very moment; a blinking lamp is, half of the time.</summary>
    bool IsLit(Led led);
}
