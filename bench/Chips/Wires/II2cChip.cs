namespace HilBench.Chips;

/// <summary>A chip on the two wires of I²C, as the bus sees it: false means that it did not acknowledge.</summary>
public interface II2cChip
{
    /// <summary>The 7-bit address it answers to.</summary>
    int BusAddress { get; }

    /// <param name="bytes">What follows the address byte; empty for a mere call (acknowledge polling).</param>
    /// <param name="stop">True when a STOP ends the transfer; false when a repeated START follows.</param>
    bool TryWrite(ReadOnlySpan<byte> bytes, bool stop);

    bool TryRead(Span<byte> bytes);

    /// <summary>
    /// True for a chip whose outputs follow each byte at once, not the whole transfer: the bus then hands it one byte
    /// at a time, at the moment each has passed.
    /// </summary>
    bool TakesEachByte => false;
}
