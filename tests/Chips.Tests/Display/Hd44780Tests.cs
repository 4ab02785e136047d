namespace HilBench.Chips.Tests.Display;

public sealed class Hd44780Tests
{
    [Fact]
    public void After_the_datasheets_initialisation_printed_text_stands_on_the_glass()
    {
        var bench = Initialised();
        bench.Print("Hello");
        bench.Instruct(0x80 | 0x40);
        bench.Print("meter 25.6 kWh");
        Assert.Equal(["Hello           ", "meter 25.6 kWh  "], bench.Lcd.ReadGlass());
        Assert.Empty(bench.Findings);
    }

    [Fact]
    public void It_powers_up_with_eight_bits_one_line_and_a_dark_glass()
    {
        var bench = new LcdBench();
        Assert.True(bench.Lcd.IsEightBit);
        Assert.False(bench.Lcd.IsLit);
        Assert.Equal([new string(' ', 16), new string(' ', 16)], bench.Lcd.ReadGlass());
    }

    [Fact]
    public void The_four_rows_of_a_20_by_4_glass_are_two_lines_of_forty()
    {
        var bench = new LcdBench(columns: 20, rows: 4);
        bench.Initialise();
        foreach ((int address, string text) in new[] { (0x00, "one"), (0x40, "two"), (0x14, "three"), (0x54, "four") })
        {
            bench.Instruct(0x80 | address);
            bench.Print(text);
        }

        Assert.Equal(["one", "two", "three", "four"], bench.Lcd.ReadGlass().Select(line => line.TrimEnd()));
    }

    [Fact]
    public void Text_longer_than_the_first_line_goes_on_in_the_second()
    {
        var bench = Initialised();
        bench.Print(new string('x', 40) + "second");
        Assert.Equal(["xxxxxxxxxxxxxxxx", "second          "], bench.Lcd.ReadGlass());
    }

    [Fact]
    public void Clear_blanks_the_glass_and_returns_the_cursor()
    {
        var bench = Initialised();
        bench.Print("old");
        bench.Instruct(0x01);
        bench.Print("new");
        Assert.Equal("new             ", bench.Lcd.ReadGlass()[0]);
    }

    [Fact]
    public void Clear_makes_the_entry_mode_count_up_again()
    {
        var bench = Initialised();
        bench.Instruct(0x04);
        bench.Instruct(0x01);
        bench.Print("ab");
        Assert.Equal("ab              ", bench.Lcd.ReadGlass()[0]);
    }

    [Fact]
    public void Counting_down_writes_from_right_to_left()
    {
        var bench = Initialised();
        bench.Instruct(0x80 | 15);
        bench.Instruct(0x04);
        bench.Print("654");
        Assert.Equal("             456", bench.Lcd.ReadGlass()[0]);
    }

    [Fact]
    public void A_shifted_display_shows_the_line_from_another_place_and_home_brings_it_back()
    {
        var bench = Initialised();
        bench.Print("0123456789");
        bench.Instruct(0x18);
        bench.Instruct(0x18);
        Assert.Equal("23456789        ", bench.Lcd.ReadGlass()[0]);
        bench.Instruct(0x1C);
        Assert.Equal("123456789       ", bench.Lcd.ReadGlass()[0]);
        bench.Instruct(0x02);
        Assert.Equal("0123456789      ", bench.Lcd.ReadGlass()[0]);
    }

    [Fact]
    public void With_the_shifting_entry_mode_the_glass_follows_the_cursor()
    {
        var bench = Initialised();
        bench.Instruct(0x80 | 16);
        bench.Instruct(0x07);
        bench.Print("ab");
        Assert.Equal("              ab", bench.Lcd.ReadGlass()[0]);
    }

    [Fact]
    public void Moving_the_cursor_leaves_the_text_alone()
    {
        var bench = Initialised();
        bench.Print("abc");
        bench.Instruct(0x10);
        bench.Instruct(0x10);
        bench.Print("X");
        bench.Instruct(0x14);
        bench.Print("Y");
        Assert.Equal("aXcY            ", bench.Lcd.ReadGlass()[0]);
    }

    [Fact]
    public void Switched_off_the_glass_is_blank_and_the_memory_stays()
    {
        var bench = Initialised();
        bench.Print("kept");
        bench.Instruct(0x08);
        Assert.Equal(new string(' ', 16), bench.Lcd.ReadGlass()[0]);
        bench.Instruct(0x0C);
        Assert.Equal("kept            ", bench.Lcd.ReadGlass()[0]);
    }

    [Fact]
    public void Without_power_the_glass_is_blank_and_afterwards_the_chip_must_be_initialised_again()
    {
        var bench = Initialised();
        bench.Print("gone");
        bench.Board.Power.Fail();
        Assert.Equal(new string(' ', 16), bench.Lcd.ReadGlass()[0]);
        bench.Board.Power.Restore();
        bench.OpenPins();
        Assert.Equal(new string(' ', 16), bench.Lcd.ReadGlass()[0]);
        bench.Initialise();
        bench.Print("back");
        Assert.Equal("back            ", bench.Lcd.ReadGlass()[0]);
        Assert.Empty(bench.Findings);
    }

    [Fact]
    public void A_processor_that_restarts_in_the_middle_of_a_byte_gets_back_into_step()
    {
        var bench = Initialised();
        bench.Nibble(0x4, data: true);
        bench.WaitUs(1_000);
        bench.OpenPins();
        bench.Initialise();
        bench.Print("in step");
        Assert.Equal("in step         ", bench.Lcd.ReadGlass()[0]);
        Assert.Empty(bench.Findings);
    }

    [Fact]
    public void The_cursor_is_seen_where_the_next_character_goes()
    {
        var bench = Initialised();
        Assert.Null(bench.Lcd.Cursor);
        bench.Instruct(0x0E);
        bench.Instruct(0x80 | 0x45);
        Assert.Equal((1, 5), bench.Lcd.Cursor);
        bench.Instruct(0x80 | 0x20);
        Assert.Null(bench.Lcd.Cursor);
    }

    [Fact]
    public void Characters_firmware_defines_appear_as_private_use_characters_with_their_dots()
    {
        var bench = Initialised();
        bench.Instruct(0x40 | 8);
        foreach (int row in new[] { 0, 0x0A, 0x1F, 0x1F, 0x0E, 4, 0, 0 })
        {
            bench.Send(row, data: true);
            bench.WaitUs(50);
        }

        bench.Instruct(0x80);
        bench.Send(1, data: true);
        bench.WaitUs(50);
        Assert.Equal((char)(Hd44780.FirstCustomCharacter + 1), bench.Lcd.ReadGlass()[0][0]);
        Assert.Equal([0, 0x0A, 0x1F, 0x1F, 0x0E, 4, 0, 0], bench.Lcd.CustomGlyph(1));
    }

    [Theory]
    [InlineData(0x5C, '¥')]
    [InlineData(0x7E, '→')]
    [InlineData(0x7F, '←')]
    [InlineData(0xB1, 'ｱ')]
    [InlineData(0xDF, 'ﾟ')]
    [InlineData(0xE4, 'μ')]
    [InlineData(0xF4, 'Ω')]
    [InlineData(0xFD, '÷')]
    [InlineData(0xFF, '█')]
    [InlineData(0x90, ' ')]
    public void Codes_beyond_plain_ASCII_show_the_characters_of_ROM_A00(int code, char shown)
    {
        var bench = Initialised();
        bench.Send(code, data: true);
        bench.WaitUs(50);
        Assert.Equal(shown, bench.Lcd.ReadGlass()[0][0]);
    }

    [Fact]
    public void The_version_of_the_glass_moves_with_what_can_be_seen_and_with_nothing_else()
    {
        var bench = Initialised();
        bench.Print("a");
        long version = bench.Lcd.GlassVersion;
        TimeSpan changed = bench.Lcd.GlassChangedAt;
        bench.Instruct(0x80);
        bench.Print("a");
        _ = bench.Lcd.ReadGlass();
        Assert.Equal(version, bench.Lcd.GlassVersion);
        Assert.Equal(changed, bench.Lcd.GlassChangedAt);
        TimeSpan before = bench.Board.Time.Now;
        bench.Print("b");
        Assert.Equal(version + 1, bench.Lcd.GlassVersion);
        Assert.Equal(before, bench.Lcd.GlassChangedAt);
    }

    [Fact]
    public void A_listener_is_told_of_each_visible_change_at_its_moment()
    {
        var bench = Initialised();
        var seen = new List<(TimeSpan, string)>();
        bench.Lcd.GlassChanged += () => seen.Add((bench.Board.Time.Now, bench.Lcd.ReadGlass()[0].TrimEnd()));
        TimeSpan start = bench.Board.Time.Now;
        bench.Print("ab");
        Assert.Equal([(start, "a"), (start + TimeSpan.FromMicroseconds(50), "ab")], seen);
    }

    [Fact]
    public void A_wide_interface_of_eight_wires_takes_whole_bytes()
    {
        var board = new CircuitBoard(1);
        var header = new PinHeader(board);
        int[] data = [10, 11, 12, 13, 14, 15, 16, 17];
        var lcd = new Hd44780(board, header, new Hd44780Pins(7, 8, data));
        ChipPort firmware = header.AttachChip();
        void Send(int value, bool toData, int waitUs)
        {
            firmware.Drive(7, toData);
            for (int i = 0; i < 8; i++) firmware.Drive(data[i], (value >> i & 1) != 0);
            firmware.Drive(8, high: true);
            firmware.Drive(8, high: false);
            board.Time.Wait(TimeSpan.FromMicroseconds(waitUs));
        }

        firmware.Drive(8, high: false);
        board.Time.Wait(TimeSpan.FromMilliseconds(45));
        Send(0x38, false, 4_200);
        Send(0x38, false, 150);
        foreach (int code in new[] { 0x38, 0x0C, 0x01, 0x06 }) Send(code, false, 1_600);
        foreach (char letter in "wide") Send(letter, true, 50);
        Assert.Equal("wide            ", lcd.ReadGlass()[0]);
        Assert.Empty(board.Findings.All);
    }

    private static LcdBench Initialised()
    {
        var bench = new LcdBench();
        bench.Initialise();
        return bench;
    }
}
