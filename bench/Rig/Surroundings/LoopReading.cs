using System.Globalization;

namespace HilBench.Rig.Surroundings;

/// <summary>What the test loop is at one moment.</summary>
/// <param name="Volts">Of its supply.</param>
/// <param name="Milliamps">Through the contact; negative when it flows backwards.</param>
public readonly record struct LoopReading(double Volts, double Milliamps)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Volts:0.0} V, {Milliamps:0.0} mA");
}
