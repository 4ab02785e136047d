using System.Device.I2c;
using Iot.Device.Pcx857x;

namespace HilBench.Board;

/// <summary>
/// The PCF8574 of a backpack through <see cref="Pcf8574"/> of Iot.Device.Bindings, whose own methods send one byte in
/// each transfer. The chip takes as many as it is sent, and the address goes ahead of them once.
/// </summary>
/// <param name="device">The chip; this one owns it. All its lines are driven low at once.</param>
internal sealed class BackpackChip(I2cDevice device) : Pcf8574(device)
{
    /// <summary>The eight lines take these levels one after the other.</summary>
    public void Send(ReadOnlySpan<byte> levels) => Device.Write(levels);
}
