using HilBench.Meter;
using HilBench.Simulation.Memory;

namespace HilBench.Simulation.Tests;

/// <summary>An EEPROM page whose write cycle was cut, on the emulated chip under the board's own driver.</summary>
public class TornPageTests
{
    private const byte Erased = 0xFF;

    private static readonly byte[] Old = Filled(0x11);
    private static readonly byte[] New = Filled(0x2C);

    [Fact]
    public void A_page_is_cut_before_it_after_each_byte_torn_in_eight_ways_and_after_it()
    {
        using var memory = Holding(Old);
        Assert.Equal(16 * (1 + 31 + 8 + 1), memory.CutsIn(0, New));
        for (var bytes = 0; bytes < ModelMemory.PageBytes; bytes++)
        {
            memory.Set(0, Old);
            memory.WriteUntil(bytes, 0, New);
            Assert.Equal([.. New[..bytes], .. Old[bytes..]], memory.Read(0));
        }
    }

    [Fact]
    public void A_torn_byte_may_hold_what_is_neither_old_nor_new()
    {
        using var memory = Holding(Old);
        memory.WriteUntil(32, 0, New);
        Assert.Equal(Enumerable.Repeat(Erased, 32), memory.Read(0)[..32]);
        memory.Set(0, Old);
        memory.WriteUntil(33, 0, New);
        Assert.All(memory.Read(0)[..32], one => Assert.Equal(0x11, one & 0x11));
        memory.Set(0, Old);
        memory.WriteUntil(35, 0, New);
        Assert.All(memory.Read(0)[..32], one => Assert.Equal(0x2C, one & 0x2C));
        memory.Set(0, Old);
        memory.WriteUntil(39, 0, New);
        Assert.Contains(memory.Read(0)[..32], one => one is not (0x11 or 0x2C or 0xFF));
        Assert.Equal(Old[32..], memory.Read(0)[32..]);
    }

    [Fact]
    public void After_the_last_page_all_is_written()
    {
        using var memory = Holding(Old);
        memory.WriteUntil(memory.CutsIn(0, New) - 1, 0, New);
        Assert.Equal(New, memory.Read(0));
    }

    private static EepromMemory Holding(byte[] image)
    {
        var memory = new EepromMemory(StoredRecord.SlotBytes);
        memory.Set(0, image);
        return memory;
    }

    private static byte[] Filled(byte value) => [.. Enumerable.Repeat(value, StoredRecord.SlotBytes)];
}
