namespace HilBench.Chips;

/// <summary>The outputs of one chip on a header. A pin not driven is high impedance.</summary>
public sealed class ChipPort
{
    private readonly PinHeader _header;

    internal ChipPort(PinHeader header) => _header = header;

    internal ulong High { get; private set; }

    internal ulong Low { get; private set; }

    /// <summary>Drives the pin strongly.</summary>
    public void Drive(int pin, bool high) => Drive(1UL << pin, high ? 1UL << pin : 0);

    /// <summary>Drives several pins strongly at one moment; both are masks with bit n for pin n.</summary>
    public void Drive(ulong pins, ulong levels)
    {
        High = (High & ~pins) | (levels & pins);
        Low = (Low & ~pins) | (~levels & pins);
        _header.PortChanged(pins);
    }

    /// <summary>Lets go of every pin.</summary>
    public void ReleaseAll()
    {
        ulong released = High | Low;
        if (released == 0) return;
        High = 0;
        Low = 0;
        _header.PortChanged(released);
    }
}
