namespace HilBench.Chips.Tests.Memory;

public sealed class EepromProperties
{
    [Fact]
    public void Any_sequence_of_writes_leaves_what_a_plain_array_with_wrapping_pages_would_hold() =>
        Gen.Select(Gen.Int[0, Eeprom24C.Size - 1], Gen.Byte.Array[1, 40]).List[1, 30].Sample(writes =>
        {
            var bench = new EepromBench();
            byte[] naive = new byte[Eeprom24C.Size];
            Array.Fill(naive, Eeprom24C.Erased);
            foreach ((int address, byte[] data) in writes)
            {
                bench.Write(address, data);
                for (int i = 0; i < data.Length; i++) naive[address - address % 32 + (address + i) % 32] = data[i];
            }

            return bench.Read(0, Eeprom24C.Size).AsSpan().SequenceEqual(naive);
        }, iter: 200);

    [Fact]
    public void Any_torn_write_leaves_each_byte_old_or_new() =>
        Gen.Select(Gen.ULong, Gen.Int[0, Eeprom24C.Size - 1], Gen.Byte.Array[32], Gen.Byte.Array[1, 32]).Sample(
            (seed, address, old, next) =>
            {
                var bench = new EepromBench(seed);
                int page = address - address % 32;
                bench.Chip.Poke(page, old);
                byte[] wanted = [.. old];
                for (int i = 0; i < next.Length; i++) wanted[(address + i) % 32] = next[i];
                bench.BeginWrite(address, next);
                bench.Board.Power.Fail();
                byte[] torn = bench.Chip.Peek(page, 32);
                return torn.Zip(old, wanted).All(cell => cell.First == cell.Second || cell.First == cell.Third);
            }, iter: 500);
}
