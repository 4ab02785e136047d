using System.Device.I2c;

namespace HilBench.Chips;

/// <summary>
/// An I²C bus behind plain <see cref="I2cBus"/> and <see cref="I2cDevice"/>. A chip that does not acknowledge (busy,
/// unpowered or not there) makes the transfer throw <see cref="IOException"/>, as the Linux driver does.
/// </summary>
/// <remarks>Not modelled: bit times, clock stretching, arbitration, pull-ups, a hung bus.</remarks>
public sealed class EmulatedI2cBus(int busId = 1) : I2cBus
{
    private readonly II2cChip?[] _chips = new II2cChip?[128];

    public int BusId { get; } = busId;

    /// <exception cref="ArgumentException">Another chip already answers to this address.</exception>
    public void Attach(II2cChip chip)
    {
        ref II2cChip? place = ref _chips[chip.BusAddress];
        if (place is not null) throw new ArgumentException($"Address 0x{chip.BusAddress:X2} is taken.", nameof(chip));
        place = chip;
    }

    /// <summary>Opens a device; like the Linux driver it does not check whether a chip answers there.</summary>
    public override I2cDevice CreateDevice(int deviceAddress)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deviceAddress);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(deviceAddress, _chips.Length);
        return new EmulatedI2cDevice(this, deviceAddress);
    }

    public override void RemoveDevice(int deviceAddress)
    {
        // A device of this bus holds nothing that would have to be given back.
    }

    internal void Write(int address, ReadOnlySpan<byte> bytes, bool stop = true) =>
        Demand(_chips[address]?.TryWrite(bytes, stop) ?? false, address);

    internal void Read(int address, Span<byte> bytes) =>
        Demand(_chips[address]?.TryRead(bytes) ?? false, address);

    private static void Demand(bool acknowledged, int address)
    {
        if (!acknowledged)
            throw new IOException($"Error 121 performing I2C data transfer: 0x{address:X2} did not acknowledge.");
    }
}
