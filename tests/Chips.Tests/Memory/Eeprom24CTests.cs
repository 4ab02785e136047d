namespace HilBench.Chips.Tests.Memory;

public sealed class Eeprom24CTests
{
    private readonly EepromBench _bench = new();

    private Eeprom24C Chip => _bench.Chip;

    [Fact]
    public void A_new_chip_is_erased_throughout() =>
        Assert.All(_bench.Read(0, Eeprom24C.Size), cell => Assert.Equal(Eeprom24C.Erased, cell));

    [Fact]
    public void What_was_written_is_read_back_once_the_write_time_has_passed()
    {
        _bench.Write(0x120, 1, 2, 3);
        Assert.Equal([1, 2, 3, Eeprom24C.Erased], _bench.Read(0x120, 4));
    }

    [Fact]
    public void While_a_page_is_programmed_the_chip_answers_neither_read_nor_write()
    {
        _bench.BeginWrite(0, 1);
        _bench.Board.Time.Wait(Eeprom24C.WriteTime - TimeSpan.FromTicks(1));
        Assert.Throws<IOException>(() => _bench.Read(0, 1));
        Assert.Throws<IOException>(() => _bench.BeginWrite(0, 2));
        _bench.Board.Time.Wait(TimeSpan.FromTicks(1));
        Assert.Equal([1], _bench.Read(0, 1));
    }

    [Fact]
    public void Acknowledge_polling_ends_when_the_page_is_programmed()
    {
        _bench.BeginWrite(0, 1);
        int polls = 0;
        while (!Acknowledges())
        {
            polls++;
            _bench.Board.Time.Wait(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(5, polls);
        Assert.Empty(_bench.Board.Findings.All);
    }

    [Fact]
    public void A_write_over_the_end_of_a_page_goes_on_at_its_start_and_is_found()
    {
        _bench.Write(0x3E, 1, 2, 3, 4);
        Assert.Equal([3, 4], Chip.Peek(0x20, 2));
        Assert.Equal([1, 2], Chip.Peek(0x3E, 2));
        Assert.Equal([Eeprom24C.Erased], Chip.Peek(0x40, 1));
        ChipFinding crossing = Assert.Single(_bench.Board.Findings.All);
        Assert.Contains("0x03E", crossing.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_goes_on_over_pages_and_over_the_end_of_the_memory()
    {
        Chip.Poke(Eeprom24C.Size - 2, [1, 2]);
        Chip.Poke(0, [3, 4]);
        Assert.Equal([1, 2, 3, 4], _bench.Read(Eeprom24C.Size - 2, 4));
    }

    [Fact]
    public void A_read_without_an_address_goes_on_where_the_last_one_ended()
    {
        Chip.Poke(0, [10, 11, 12, 13]);
        Assert.Equal([10, 11], _bench.Read(0, 2));
        Assert.Equal(12, _bench.Device.ReadByte());
        Assert.Equal(13, _bench.Device.ReadByte());
    }

    [Fact]
    public void The_upper_four_address_bits_are_ignored()
    {
        _bench.Write(0xF010, 7);
        Assert.Equal([7], Chip.Peek(0x010, 1));
    }

    [Fact]
    public void Each_page_counts_its_writes()
    {
        _bench.Write(0x20, 1);
        _bench.Write(0x3F, 2);
        _bench.Write(0x40, 3);
        Assert.Equal([0, 2, 1], new[] { 0, 1, 2 }.Select(Chip.WritesOf));
    }

    [Fact]
    public void Programming_by_the_factory_neither_wears_nor_takes_time()
    {
        Chip.Poke(0x100, [1, 2, 3]);
        Assert.Equal([1, 2, 3], _bench.Read(0x100, 3));
        Assert.Equal(0, Chip.WritesOf(8));
        Assert.Equal(TimeSpan.Zero, _bench.Board.Time.Now);
    }

    [Fact]
    public void A_bad_cell_reads_the_same_whatever_is_written_and_heals_when_repaired()
    {
        Chip.StickCell(0x21, 0x55);
        _bench.Write(0x20, 1, 2, 3);
        Assert.Equal([1, 0x55, 3], _bench.Read(0x20, 3));
        Chip.RepairCell(0x21);
        Assert.Equal([1, 2, 3], _bench.Read(0x20, 3));
    }

    [Fact]
    public void Power_lost_before_the_write_time_leaves_old_and_new_bytes_of_that_page_only()
    {
        byte[] old = [.. Enumerable.Repeat((byte)0xAA, 32)];
        byte[] next = [.. Enumerable.Repeat((byte)0x55, 32)];
        for (ulong seed = 0; seed < 100; seed++)
        {
            var bench = new EepromBench(seed);
            bench.Chip.Poke(0x20, [.. old, .. old]);
            bench.BeginWrite(0x20, next);
            bench.Board.Time.Wait(TimeSpan.FromMilliseconds(2));
            bench.Board.Power.Fail();
            byte[] torn = bench.Chip.Peek(0x20, 32);
            Assert.Equal(new byte[] { 0x55, 0xAA }, torn.Distinct().Order());
            Assert.Equal(old, bench.Chip.Peek(0x40, 32));
        }
    }

    [Fact]
    public void Even_of_two_bytes_a_torn_write_leaves_one_old_and_one_new()
    {
        for (ulong seed = 0; seed < 100; seed++)
        {
            var bench = new EepromBench(seed);
            bench.BeginWrite(0x20, 1, 1);
            bench.Board.Power.Fail();
            Assert.Equal(new byte[] { 1, Eeprom24C.Erased }, bench.Chip.Peek(0x20, 2).Order());
        }
    }

    [Fact]
    public void The_same_seed_tears_a_page_the_same_way()
    {
        Assert.Equal(Torn(seed: 5), Torn(seed: 5));
        Assert.NotEqual(Torn(seed: 5), Torn(seed: 6));
    }

    [Fact]
    public void Power_lost_after_the_write_time_leaves_the_page_wholly_new()
    {
        _bench.Write(0x20, 1, 2, 3);
        _bench.Board.Power.Fail();
        Assert.Equal([1, 2, 3], Chip.Peek(0x20, 3));
    }

    [Fact]
    public void Without_power_it_does_not_acknowledge_and_afterwards_it_is_not_busy()
    {
        _bench.BeginWrite(0x20, 1);
        _bench.Board.Power.Fail();
        Assert.Throws<IOException>(() => _bench.Read(0, 1));
        _bench.Board.Power.Restore();
        Assert.Single(_bench.Read(0x20, 1));
    }

    [Fact]
    public void A_page_written_more_often_than_it_stands_is_found_once()
    {
        for (long i = 0; i < Eeprom24C.Endurance + 2; i++) _bench.Write(0x20, 1);
        Assert.Contains("page 1 ", Assert.Single(_bench.Board.Findings.All).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_no_stop_follows_is_lost_and_found()
    {
        byte[] read = new byte[1];
        _bench.Device.WriteRead([0, 0, 9], read);
        Assert.Equal(Eeprom24C.Erased, read[0]);
        Assert.Single(_bench.Board.Findings.All);
    }

    [Fact]
    public void Nobody_answers_at_another_address() =>
        Assert.Throws<IOException>(() => _bench.Bus.CreateDevice(0x51).ReadByte());

    [Fact]
    public void Two_chips_cannot_share_an_address() =>
        Assert.Throws<ArgumentException>(() => _bench.Bus.Attach(new Eeprom24C(_bench.Board)));

    private static byte[] Torn(ulong seed)
    {
        var bench = new EepromBench(seed);
        bench.BeginWrite(0x20, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        bench.Board.Power.Fail();
        return bench.Chip.Peek(0x20, 32);
    }

    private bool Acknowledges()
    {
        try
        {
            _bench.Device.Write([0, 0]);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
