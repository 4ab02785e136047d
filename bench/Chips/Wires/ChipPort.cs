namespace HilBench.Chips;

/// <summary>The outputs of one chip on a header. A pin not driven is high impedance.</summary>
public sealed class ChipPort
{
    private readonly PinHeader _header;

    internal ChipPort(PinHeader header) => _header = header;

    internal ulong High { get; private set; }

    internal ulong Low { get; private set; }

    internal ulong PulledUp { get; private set; }

    /// <summary>Drives the pin strongly.</summary>
    public void Drive(int pin, bool high) => Drive(1UL << pin, high ? 1UL << pin : 0);

    /// <summary>Drives several pins strongly at one moment; both are masks with bit n for pin n.</summary>
    public void Drive(ulong pins, ulong levels)
    {
        High = (High & ~pins) | (levels & pins);
        Low = (Low & ~pins) | (~levels & pins);
        _header.PortChanged(pins);
    }

    /// <summary>
    /// All that the chip does to its wires at one moment: drives some high, some low, and pulls some up weakly.
    /// </summary>
    public void Set(ulong high, ulong low, ulong pulledUp)
    {
        ulong changed = (High ^ high) | (Low ^ low) | (PulledUp ^ pulledUp);
        if (changed == 0) return;
        (High, Low, PulledUp) = (high, low, pulledUp);
        _header.PortChanged(changed);
    }

    /// <summary>Lets go of every pin.</summary>
    public void ReleaseAll() => Set(0, 0, 0);
}
