using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Roles;

/// <summary>The house behind the meter: what it would draw, and the switch that lets it or not.</summary>
public interface ILoad
{
    /// <summary>
    /// What the house draws from now on whenever the switch is closed and the mains is there, and the largest
    /// difference between two of its phases.
    /// </summary>
    void Draw(Watts power, Watts unbalance = default);

    /// <summary>
    /// Plans that the house stops drawing at this moment of the bench's clock, even when the meter is busy then.
    /// False = whoever waits for it must say so.
    /// </summary>
    bool StopsAt(TimeSpan moment) => false;

    /// <summary>What the house would draw through a closed switch.</summary>
    Watts Wanted { get; }

    /// <summary>Where the load switch stands. Without mains a meter's relay has fallen open.</summary>
    LoadSwitchPosition Switch { get; }
}
