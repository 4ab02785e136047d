using HilBench.Tokens;

namespace HilBench.Scenarios.World;

/// <summary>The number of another meter than the one under test, as it is printed on it.</summary>
public readonly record struct OtherMeter(string Number)
{
    /// <exception cref="FormatException">No meter has such a number.</exception>
    public static OtherMeter Of(string number) => MeterPan.WhyNoDrn(number) is { } reason
        ? throw new FormatException(reason)
        : new OtherMeter(number);
}
