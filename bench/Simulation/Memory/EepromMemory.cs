using HilBench.Board;
using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Simulation.Memory;

/// <summary>
/// The board's store on an emulated 24C32, with its supply cut in virtual time. A page has 34 places for a cut: before
/// it, 32 inside, and after it. A chip whose page is torn keeps some bytes old and others new by its seed, so each
/// of the 32 has a seed of its own.
/// </summary>
public sealed class EepromMemory(int slotBytes) : ITrialMemory
{
    private const int Inside = 32;
    private const int CutsPerPage = Inside + 2;
    private const int Address = 0x50;
    private const int Slots = 2;

    private readonly byte[][] _slots = [new byte[slotBytes], new byte[slotBytes]];

    public string Name => "eeprom";

    public byte[] Read(int slot) => [.. _slots[slot]];

    public void Set(int slot, ReadOnlySpan<byte> image) => image.CopyTo(_slots[slot]);

    public bool Write(int slot, ReadOnlySpan<byte> image) => WriteOn(seed: 0, slot, image, cutAfter: null);

    public int CutsIn(int slot, ReadOnlySpan<byte> image) =>
        Math.Max(1, ModelMemory.Pages(_slots[slot], image).Count * CutsPerPage);

    public void WriteUntil(int cut, int slot, ReadOnlySpan<byte> image)
    {
        var (page, place) = (cut / CutsPerPage, cut % CutsPerPage);
        var begins = page * Eeprom24C.WriteTime;
        // A write that is cut before a page is cut at the end of the one before it.
        var at = place switch
        {
            0 => begins,
            CutsPerPage - 1 => begins + Eeprom24C.WriteTime,
            _ => begins + Eeprom24C.WriteTime * place / (Inside + 1),
        };
        if (at > TimeSpan.Zero) WriteOn((ulong)cut, slot, image, at);
    }

    public void Dispose()
    {
    }

    private bool WriteOn(ulong seed, int slot, ReadOnlySpan<byte> image, TimeSpan? cutAfter)
    {
        var circuit = new CircuitBoard(seed);
        var chip = new Eeprom24C(circuit, Address);
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
