using System.Device.I2c;

namespace HilBench.Chips;

/// <summary>
/// An I²C bus behind plain <see cref="I2cBus"/> and <see cref="I2cDevice"/>. A chip that does not acknowledge (busy,
/// unpowered or not there) makes the transfer throw <see cref="IOException"/>, as the Linux driver does.
/// </summary>
/// <remarks>
/// Transfers of several threads come one after the other, as the kernel sees to on Linux. With a clock, a transfer
/// takes the time of its bytes, nine bits each; without one it takes none.
/// Not modelled: START and STOP as times of their own, clock stretching, arbitration, pull-ups.
/// </remarks>
public sealed class EmulatedI2cBus(int busId = 1, VirtualTime? time = null, int clockHz = 100_000) : I2cBus
{
    private const int BitsPerByte = 9;

    private readonly Lock _line = new();
    private readonly II2cChip?[] _chips = new II2cChip?[128];
    private readonly TimeSpan _byteTime = TimeSpan.FromTicks(BitsPerByte * TimeSpan.TicksPerSecond / clockHz);

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

    /// <summary>Who looks on; null when nobody does.</summary>
    public IBusWatcher? Watcher { get; set; }

    /// <summary>SDA or SCL is held low: nobody can speak on the bus. Strikes at each transfer.</summary>
    public Defect? StuckLow { get; set; }

    /// <summary>Takes a chip off its wires, as a loose plug does.</summary>
    public void Detach(II2cChip chip) => _chips[chip.BusAddress] = null;

    internal void Write(int address, ReadOnlySpan<byte> bytes, bool stop = true)
    {
        using Lock.Scope transfer = _line.EnterScope();
        DemandFreeLines();
        bool isAcknowledged = Send(address, bytes, stop);
        Watcher?.Transferred(address, isRead: false, bytes, isAcknowledged);
        Demand(isAcknowledged, address);
    }

    internal void Read(int address, Span<byte> bytes)
    {
        using Lock.Scope transfer = _line.EnterScope();
        DemandFreeLines();
        Pass(1);
        bool isAcknowledged = _chips[address]?.TryRead(bytes) ?? false;
        if (isAcknowledged) Pass(bytes.Length);
        Watcher?.Transferred(address, isRead: true, bytes, isAcknowledged);
        Demand(isAcknowledged, address);
    }

    private bool Send(int address, ReadOnlySpan<byte> bytes, bool stop)
    {
        Pass(1);
        if (_chips[address] is not { TakesEachByte: true } chip || bytes.Length <= 1)
        {
            Pass(bytes.Length);
            return _chips[address]?.TryWrite(bytes, stop) ?? false;
        }

        for (int i = 0; i < bytes.Length; i++)
        {
            Pass(1);
            if (!chip.TryWrite(bytes.Slice(i, 1), stop && i == bytes.Length - 1)) return false;
        }

        return true;
    }

    private void Pass(int bytes) => time?.Wait(_byteTime * bytes);

    /// <summary>The Linux driver gives up on a bus that never becomes free.</summary>
    private void DemandFreeLines()
    {
        if (StuckLow?.Strike() == true) throw new IOException("Error 110 performing I2C data transfer: timed out.");
    }

    private static void Demand(bool acknowledged, int address)
    {
        if (!acknowledged)
            throw new IOException($"Error 121 performing I2C data transfer: 0x{address:X2} did not acknowledge.");
    }
}
