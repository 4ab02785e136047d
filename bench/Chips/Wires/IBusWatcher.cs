namespace HilBench.Chips;

/// <summary>A logic analyser on an I2C bus: told of every transfer when it has ended.</summary>
public interface IBusWatcher
{
    /// <param name="address">Of the chip, 7 bits.</param>
    /// <param name="isRead">The chip sent the bytes; else it was sent them.</param>
    /// <param name="bytes">Without the address.</param>
    /// <param name="isAcknowledged">The chip answered; else the transfer failed.</param>
    void Transferred(int address, bool isRead, ReadOnlySpan<byte> bytes, bool isAcknowledged);
}
