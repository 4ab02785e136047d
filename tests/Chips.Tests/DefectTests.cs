using HilBench.Chips.Tests.Display;
using HilBench.Chips.Tests.Keypad;
using HilBench.Chips.Tests.Memory;

namespace HilBench.Chips.Tests;

/// <summary>Each thing that can be broken: what it does, and that it says when it did.</summary>
public sealed class DefectTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_defect_notes_its_first_strike_and_ends_after_so_many()
    {
        var time = new VirtualTime();
        var defect = new Defect(time, times: 2);
        Assert.Null(defect.StruckAt);
        time.Wait(Second);
        Assert.True(defect.Strike());
        time.Wait(Second);
        Assert.True(defect.Strike());
        Assert.False(defect.Strike());
        Assert.Equal((Second, 2L), (defect.StruckAt!.Value, defect.Strikes));
    }

    // ---- keypad ---------------------------------------------------------------------------------------------

    [Fact]
    public void A_dead_key_strikes_when_a_finger_presses_it_and_makes_no_contact()
    {
        var bench = new KeypadBench();
        var defect = new Defect(bench.Board.Time);
        bench.Keypad.Deaden('5', defect);
        Assert.Null(defect.StruckAt);
        bench.Keypad.Hold('5');
        Assert.Equal("", bench.Keypad.ClosedKeys);
        Assert.Equal(1, defect.Strikes);
    }

    [Fact]
    public void A_weak_key_misses_the_first_press_and_makes_the_second()
    {
        var bench = new KeypadBench(bounce: BounceProfile.None);
        var defect = new Defect(bench.Board.Time);
        bench.Keypad.MakeWeak('5', defect);
        string[] seen = [.. Enumerable.Range(0, 4).Select(_ =>
        {
            bench.Keypad.Press('5', bench.Board.Time.Now, Second);
            bench.Board.Time.Wait(Second / 2);
            string closed = bench.Keypad.ClosedKeys;
            bench.Board.Time.Wait(Second);
            return closed;
        })];
        Assert.Equal(["", "5", "", "5"], seen);
        Assert.Equal(2, defect.Strikes);
    }

    [Fact]
    public void A_worn_key_chatters_to_the_end_of_its_time_and_then_rests()
    {
        var bench = new KeypadBench(bounce: BounceProfile.None);
        var defect = new Defect(bench.Board.Time);
        bench.Keypad.MakeChatter('5', TimeSpan.FromMilliseconds(40), defect);
        var trace = bench.TraceOf('5', () =>
        {
            bench.Keypad.Press('5', TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
            bench.Board.Time.Wait(TimeSpan.FromMilliseconds(90));
        });
        Assert.Equal("0 closed", trace[0]);
        Assert.EndsWith("closed", trace[^1]);
        Assert.True(trace.Count > 10);
        Assert.Equal(TimeSpan.FromMilliseconds(40), defect.StruckAt);
    }

    // ---- memory ---------------------------------------------------------------------------------------------

    [Fact]
    public void A_memory_that_refuses_twice_takes_the_third_transfer()
    {
        var bench = new EepromBench();
        bench.Chip.Refusal = new Defect(bench.Board.Time, times: 2);
        Assert.Throws<IOException>(() => bench.BeginWrite(0, 1));
        Assert.Throws<IOException>(() => bench.Read(0, 1));
        bench.Write(0, 7);
        Assert.Equal([7], bench.Read(0, 1));
    }

    [Fact]
    public void A_forgotten_page_takes_its_time_and_holds_what_it_held()
    {
        var bench = new EepromBench();
        bench.Write(0, 1);
        bench.Chip.Forgetting = new Defect(bench.Board.Time, times: 1);
        bench.BeginWrite(0, 2);
        Assert.True(bench.Chip.IsBusy);
        bench.Board.Time.Wait(Eeprom24C.WriteTime);
        Assert.Equal([1], bench.Read(0, 1));
        bench.Write(0, 3);
        Assert.Equal([3], bench.Read(0, 1));
    }

    [Fact]
    public void A_worn_memory_strikes_when_something_new_is_written()
    {
        var bench = new EepromBench();
        bench.Write(Eeprom24C.Size - 4, 1, 2, 3, 4);
        var wear = new Defect(bench.Board.Time);
        bench.Chip.Wear = wear;
        bench.Write(Eeprom24C.Size - 4, 1, 2, 3, 4);
        Assert.Null(wear.StruckAt);
        bench.Write(Eeprom24C.Size - 4, 9, 9, 9, 9);
        Assert.NotNull(wear.StruckAt);
        Assert.Equal([1, 2, 3, 4], bench.Read(Eeprom24C.Size - 4, 4));
    }

    [Fact]
    public void A_power_cut_in_a_forgotten_page_tears_nothing()
    {
        var bench = new EepromBench();
        bench.Write(0, 1, 1, 1, 1);
        bench.Chip.Forgetting = new Defect(bench.Board.Time);
        bench.BeginWrite(0, 2, 2, 2, 2);
        bench.Board.Power.Fail();
        bench.Board.Power.Restore();
        Assert.Equal([1, 1, 1, 1], bench.Chip.Peek(0, 4));
    }

    [Fact]
    public void A_flipped_bit_is_one_bit()
    {
        var bench = new EepromBench();
        bench.Write(5, 0x0F);
        bench.Chip.FlipBit(5, bit: 3);
        Assert.Equal([0x07], bench.Read(5, 1));
    }

    [Fact]
    public void On_a_bus_that_is_stuck_low_every_transfer_times_out()
    {
        var bench = new EepromBench();
        var defect = new Defect(bench.Board.Time);
        bench.Bus.StuckLow = defect;
        Assert.Contains("110", Assert.Throws<IOException>(() => bench.Read(0, 1)).Message, StringComparison.Ordinal);
        bench.Bus.StuckLow = null;
        Assert.Equal([Eeprom24C.Erased], bench.Read(0, 1));
        Assert.Equal(1, defect.Strikes);
    }

    // ---- display --------------------------------------------------------------------------------------------

    [Fact]
    public void An_unplugged_display_is_dark_and_comes_back_without_what_it_held()
    {
        var bench = new LcdBench();
        bench.Initialise();
        bench.Print("Ten");
        var defect = new Defect(bench.Board.Time);
        bench.Lcd.Unplugged = defect;
        Assert.Equal("", bench.Lcd.ReadGlass()[0].TrimEnd());
        Assert.Null(defect.StruckAt);
        bench.Print("x");
        Assert.NotNull(defect.StruckAt);
        bench.Lcd.Unplugged = null;
        bench.Print("x");
        Assert.Equal("", bench.Lcd.ReadGlass()[0].TrimEnd());
        Assert.Empty(bench.Findings);
    }

    [Fact]
    public void A_display_that_is_initialised_after_it_was_plugged_in_shows_again()
    {
        var bench = new LcdBench();
        bench.Initialise();
        bench.Lcd.Unplugged = new Defect(bench.Board.Time);
        bench.Lcd.Unplugged = null;
        bench.Initialise();
        bench.Print("Ten");
        Assert.Equal("Ten", bench.Lcd.ReadGlass()[0].TrimEnd());
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_stuck_data_line_makes_other_characters_and_is_nobodys_misuse(int line, bool isHigh)
    {
        var bench = new LcdBench();
        bench.Initialise();
        var defect = new Defect(bench.Board.Time);
        bench.Lcd.StuckLine = (line, isHigh, defect);
        bench.Print("AEQU");
        Assert.True(defect.Strikes > 0);
        Assert.NotEqual("AEQU", bench.Lcd.ReadGlass()[0].TrimEnd());
        Assert.Empty(bench.Findings);
    }

    [Fact]
    public void A_lost_pulse_puts_the_halves_out_of_step()
    {
        var bench = new LcdBench();
        bench.Initialise();
        var defect = new Defect(bench.Board.Time, times: 1);
        bench.Lcd.LostPulses = defect;
        bench.Print("Hello");
        Assert.Equal(1, defect.Strikes);
        Assert.NotEqual("Hello", bench.Lcd.ReadGlass()[0].TrimEnd());
        Assert.Empty(bench.Findings);
    }

    [Fact]
    public void A_slow_display_loses_what_comes_too_early_and_that_is_misuse()
    {
        var bench = new LcdBench();
        bench.Initialise();
        var defect = new Defect(bench.Board.Time);
        bench.Lcd.Retime(190, defect);
        bench.Print("Hello");
        Assert.NotNull(defect.StruckAt);
        Assert.NotEmpty(bench.Findings);
    }

    // ---- load switch, clock, cable --------------------------------------------------------------------------

    [Theory]
    [InlineData(ContactCondition.Welded, true)]
    [InlineData(ContactCondition.Dead, false)]
    public void A_broken_contact_strikes_when_it_does_not_follow(ContactCondition condition, bool stays)
    {
        var contact = new LoadContact { IsOrdered = stays };
        var defect = new Defect(new VirtualTime());
        contact.Break(condition, defect);
        Assert.Null(defect.StruckAt);
        contact.IsOrdered = !stays;
        Assert.NotNull(defect.StruckAt);
        Assert.Equal(stays, contact.IsClosed);
        contact.Break(ContactCondition.Sound, null);
        Assert.Equal(!stays, contact.IsClosed);
    }

    [Fact]
    public void A_clock_that_stands_still_counts_on_from_where_it_stood()
    {
        var time = new VirtualTime();
        var clock = new Oscillator(time);
        var defect = new Defect(time);
        time.Wait(Second);
        clock.StandStill(10 * Second, defect);
        time.Wait(4 * Second);
        Assert.Equal(Second, clock.Now);
        Assert.Null(clock.BenchTimeOf(2 * Second));
        time.Wait(8 * Second);
        Assert.Equal(3 * Second, clock.Now);
        Assert.Equal(14 * Second, clock.BenchTimeOf(4 * Second));
        Assert.NotNull(defect.StruckAt);
    }

    [Fact]
    public void A_clock_that_jumps_is_ahead_from_then_on()
    {
        var time = new VirtualTime();
        var clock = new Oscillator(time);
        var defect = new Defect(time);
        time.Wait(Second);
        clock.JumpAhead(60 * Second, defect);
        Assert.Null(defect.StruckAt);
        Assert.Equal(61 * Second, clock.Now);
        Assert.Equal(Second, clock.WasAt(clock.Now));
        Assert.NotNull(defect.StruckAt);
    }

    [Fact]
    public void A_cable_carries_bytes_until_something_happens_to_it()
    {
        var time = new VirtualTime();
        var cable = new SerialCable();
        Assert.Equal<byte?>(0x41, cable.Carry(0x41, out bool isDamaged));
        Assert.False(isDamaged || cable.HasDisturbed);
        cable.Noise = new Defect(time, times: 1);
        Assert.NotEqual<byte?>(0x41, cable.Carry(0x41, out isDamaged));
        Assert.True(isDamaged);
        Assert.Equal<byte?>(0x41, cable.Carry(0x41, out _));
        cable.Pulled = new Defect(time);
        Assert.Null(cable.Carry(0x41, out _));
        Assert.True(cable.HasDisturbed);
    }
}
