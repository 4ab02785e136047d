using HilBench.Board;
using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Simulation.Memory;

/// <summary>
/// The board's store on an emulated 24C32, with its supply cut in virtual time: before each page (nothing is programmed
/// until the whole page has come over the bus), in its write cycle in each of the <see cref="TornPage.Ways"/>, and
/// after it.
/// </summary>
public sealed class EepromMemory(int slotBytes) : ITrialMemory
{
    private const int Address = 0x50;
    private const int Slots = 2;

    private static readonly int CutsPerPage = TornPage.Ways + 2;

    private readonly byte[][] _slots = [new byte[slotBytes], new byte[slotBytes]];

    public string Name => "eeprom";

    public byte[] Read(int slot) => [.. _slots[slot]];

    public void Set(int slot, ReadOnlySpan<byte> image) => image.CopyTo(_slots[slot]);

    public bool Write(int slot, ReadOnlySpan<byte> image) => WriteOn(slot, image, null, null);

    public int CutsIn(int slot, ReadOnlySpan<byte> image) =>
        Math.Max(1, ModelMemory.Pages(_slots[slot], image).Count * CutsPerPage);

    public void WriteUntil(int cut, int slot, ReadOnlySpan<byte> image)
    {
        var (page, place) = (cut / CutsPerPage, cut % CutsPerPage);
        var begins = page * Eeprom24C.WriteTime;
        var isInside = place > 0 && place <= TornPage.Ways;
        // A write that is cut before a page is cut at the end of the one before it.
        var at = isInside ? begins + Eeprom24C.WriteTime / 2
            : place == 0 ? begins : begins + Eeprom24C.WriteTime;
        if (at == TimeSpan.Zero) return;
        WriteOn(slot, image, at, (before, after) => TornPage.Of(place - 1, (ulong)cut, before, after));
    }

    public void Dispose()
    {
    }

    private bool WriteOn(
        int slot, ReadOnlySpan<byte> image, TimeSpan? cutAfter, Func<byte[], byte[], byte[]>? torn)
    {
        var circuit = new CircuitBoard(seed: 0);
        var chip = new Eeprom24C(circuit, Address) { Torn = torn };
        using var bus = new EmulatedI2cBus();
        bus.Attach(chip);
        for (var i = 0; i < Slots; i++) chip.Poke(EepromRecordStore.AddressOf(i), _slots[i]);
        using var store = new EepromRecordStore(bus.CreateDevice(Address), new Clock(circuit.Time), slotBytes);
        for (var i = 0; i < Slots; i++) store.Read(i);
        if (cutAfter is { } cut) circuit.Time.After(cut, circuit.Power.Fail);
        var isWhole = store.Write(slot, image);
        for (var i = 0; i < Slots; i++) _slots[i] = chip.Peek(EepromRecordStore.AddressOf(i), slotBytes);
        return isWhole;
    }

    private sealed class Clock(VirtualTime time) : IBenchClock
    {
        public TimeSpan Now => time.Now;

        public void Wait(TimeSpan duration) => time.Wait(duration);
    }
}
