using HilBench.Meter;

namespace HilBench.Roles;

/// <summary>
/// Somebody who wants to know what goes on inside a rig: its wires, buses and links, and what its meter is told and
/// does. Told at once, on whatever thread it happens; looking on changes nothing.
/// </summary>
public interface IRigProbe
{
    /// <summary>There is a wire of this name, low to begin with. Returns its number for <see cref="Level"/>.</summary>
    int Wire(string name);

    /// <summary>A wire is at another level from now on.</summary>
    void Level(int wire, bool isHigh, TimeSpan at);

    /// <summary>There is a bus or a link of this name. Returns its number for <see cref="Bytes"/>.</summary>
    int Line(string name);

    /// <summary>Bytes went over a bus or a link.</summary>
    void Bytes(int line, LineTraffic traffic, ReadOnlySpan<byte> bytes, TimeSpan at);

    /// <summary>The meter is told this.</summary>
    void Takes(MeterInput input, TimeSpan at);

    /// <summary>The meter wants this done.</summary>
    void Does(Effect effect, TimeSpan at);
}

/// <summary>Who sent bytes to whom.</summary>
/// <param name="ToMeter">They went to the meter or, on its I2C bus, to its processor: they were read.</param>
/// <param name="Address">The address on an I2C bus; 0 on a link between two.</param>
/// <param name="IsRefused">Nobody acknowledged them.</param>
public readonly record struct LineTraffic(bool ToMeter, int Address = 0, bool IsRefused = false);
