using System.Globalization;
using HilBench.Meter;

namespace HilBench.Rig.Surroundings;

/// <summary>
/// A DC loop through the contact of the meter's load switch, watched by an INA236: a supply of its own, the shunt, the
/// contact and a resistor. It is never mains.
/// </summary>
/// <param name="Volts">What the supply gives, 5 to 24 V.</param>
/// <param name="Milliamps">What flows while the contact is closed.</param>
/// <param name="ShuntMilliohms">The shunt between IN+ and IN-.</param>
/// <param name="Address">0x40 to 0x47.</param>
public sealed record TestLoopSettings(
    double Volts, double Milliamps, double ShuntMilliohms = 100, int Address = TestLoopSettings.FirstAddress)
{
    public const int FirstAddress = 0x40;
    public const int LastAddress = 0x47;
    public const double LeastVolts = 5;
    public const double MostVolts = 24;

    /// <summary>The chip measures ±81.92 mV across the shunt.</summary>
    public const double FullScaleMillivolts = 81.92;

    /// <summary>Less than this across the shunt is lost in its offset.</summary>
    private const double LeastMillivolts = 1;

    private const double SupplyTolerance = 0.15;
    private const double MostOpen = 0.1;
    private const double LeastClosed = 0.7;
    private const double MostClosed = 1.3;

    private double Millivolts => Milliamps * ShuntMilliohms / 1000;

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem()
    {
        if (Address is < FirstAddress or > LastAddress)
            return $"no INA236 answers to 0x{Address:X2}; allowed: 0x40 to 0x47";
        if (Volts is < LeastVolts or > MostVolts)
            return Text($"testLoop.volts is {Volts}; allowed: {LeastVolts} to {MostVolts}, and never mains");
        if (Millivolts >= LeastMillivolts && Millivolts * MostClosed < FullScaleMillivolts) return null;
        var most = FullScaleMillivolts / MostClosed;
        return Text($"testLoop: {Milliamps} mA make {Millivolts:0.##} mV across a shunt of {ShuntMilliohms} mΩ; ")
            + Text($"allowed: {LeastMillivolts} to {most:0} mV");
    }

    /// <summary>Where the contact stands, or null when this reading fits neither place.</summary>
    public LoadSwitchPosition? PositionOf(LoopReading reading)
    {
        if (!IsFed(reading)) return null;
        var part = reading.Milliamps / Milliamps;
        return Math.Abs(part) <= MostOpen ? LoadSwitchPosition.Open
            : part is >= LeastClosed and <= MostClosed ? LoadSwitchPosition.Closed
            : null;
    }

    /// <summary>What is wrong with a loop that reads like this, in one line; only where it has no position.</summary>
    public string WhyNot(LoopReading reading)
    {
        if (!IsFed(reading))
            return Text($"the test loop has {reading.Volts:0.0} V, not {Volts} V: look at its supply, fuse and VBUS");
        if (reading.Milliamps < 0)
            return Text($"{-reading.Milliamps:0.0} mA flow backwards in the test loop: IN+ and IN- are swapped");
        return reading.Milliamps > Milliamps
            ? Text($"{reading.Milliamps:0.0} mA flow in the test loop, not {Milliamps} mA: look at its resistor")
            : Text($"{reading.Milliamps:0.0} mA flow in the test loop: too much for an open contact, too little for ")
                + Text($"a closed one ({Milliamps} mA); look at its resistor, and at the contact");
    }

    private bool IsFed(LoopReading reading) => Math.Abs(reading.Volts - Volts) <= Volts * SupplyTolerance;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
