using System.Device.Gpio;

namespace HilBench.Chips.Tests.Display;

public sealed class Hd44780MisuseTests
{
    private readonly LcdBench _bench = new();

    [Fact]
    public void An_instruction_while_busy_is_lost_and_found()
    {
        _bench.Initialise();
        _bench.Send('a', data: true);
        _bench.WaitUs(40);
        _bench.Send('b', data: true);
        _bench.WaitUs(50);
        _bench.Print("c");
        Assert.Equal("ac              ", _bench.Lcd.ReadGlass()[0]);
        Only("data 0x62 was written 1 µs too early and is lost", "table 6");
    }

    [Fact]
    public void A_clear_needs_a_millisecond_and_a_half()
    {
        _bench.Initialise();
        _bench.Send(0x01);
        _bench.WaitUs(50);
        _bench.Send(0x06);
        Only("instruction 0x06 was written 1470 µs too early and is lost", "1.52 ms");
    }

    [Fact]
    public void A_display_with_a_slow_oscillator_is_busy_longer_than_firmware_by_the_datasheet_waits()
    {
        var slow = new LcdBench(timing: new Hd44780Timing(OscillatorKHz: 190));
        slow.WaitUs(50_000);
        slow.Send(0x02);
        slow.WaitUs(45);
        slow.Send(0x02);
        Assert.NotEmpty(slow.Findings);
    }

    [Fact]
    public void Nothing_may_be_written_within_40_ms_of_power_on()
    {
        _bench.WaitUs(39_999);
        _bench.Nibble(3);
        Only("instruction 0x3F was written 1 µs too early and is lost", "40 ms");
    }

    [Fact]
    public void The_40_ms_begin_anew_when_the_power_returns()
    {
        _bench.Initialise();
        _bench.Board.Power.Fail();
        _bench.WaitUs(1_000_000);
        _bench.Board.Power.Restore();
        _bench.OpenPins();
        _bench.WaitUs(20_000);
        _bench.Nibble(3);
        Only("instruction 0x3F was written 20000 µs too early and is lost", "40 ms");
    }

    [Fact]
    public void The_first_function_set_needs_more_than_4_ms()
    {
        _bench.WaitUs(40_000);
        _bench.Nibble(3);
        _bench.WaitUs(4_000);
        _bench.Nibble(3);
        Only("instruction 0x3F was written 100 µs too early and is lost", "4.1 ms");
    }

    [Fact]
    public void The_second_function_set_needs_more_than_100_microseconds()
    {
        _bench.WaitUs(40_000);
        _bench.Nibble(3);
        _bench.WaitUs(4_100);
        _bench.Nibble(3);
        _bench.WaitUs(50);
        _bench.Nibble(3);
        Only("instruction 0x3F was written 50 µs too early and is lost", "100 µs");
    }

    [Fact]
    public void Data_before_any_function_set_is_found()
    {
        _bench.WaitUs(40_000);
        _bench.Nibble(4, data: true);
        Only("data 0x4F was written before any function set", "head of the program");
    }

    [Fact]
    public void An_instruction_before_any_function_set_is_found()
    {
        _bench.WaitUs(40_000);
        _bench.Nibble(0);
        Only("instruction 0x0F came before any function set", "head of the program");
    }

    [Fact]
    public void The_instruction_without_a_bit_means_nothing()
    {
        _bench.Initialise();
        _bench.Send(0x00);
        Only("instruction 0x00 means nothing", "table 6");
    }

    [Theory]
    [InlineData(0x28)]
    [InlineData(0x3F)]
    [InlineData(0x68)]
    [InlineData(0x7F)]
    public void An_address_outside_the_memory_is_found(int address)
    {
        _bench.Initialise();
        _bench.Send(0x80 | address);
        Only($"DDRAM address 0x{address:X2} was set", "00h to 27h");
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x27)]
    [InlineData(0x40)]
    [InlineData(0x67)]
    public void The_ends_of_both_lines_are_inside_the_memory(int address)
    {
        _bench.Initialise();
        _bench.Instruct(0x80 | address);
        _bench.Print("x");
        Assert.Equal((byte)'x', _bench.Lcd.CodeAt(address));
        Assert.Empty(_bench.Findings);
    }

    [Fact]
    public void The_number_of_lines_cannot_be_changed_once_other_instructions_ran()
    {
        _bench.Initialise();
        _bench.Instruct(0x40);
        _bench.Send(0x20);
        Only("function set 0x20 changed the number of lines after other instructions", "lines and font");
    }

    [Fact]
    public void Repeating_the_function_set_does_not_free_the_number_of_lines()
    {
        _bench.Initialise();
        _bench.Instruct(0x28);
        _bench.Send(0x20);
        Only("function set 0x20 changed the number of lines after other instructions", "lines and font");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(0, 0)]
    public void An_enable_pulse_that_takes_time_must_take_enough_of_it(int ticks, int findings)
    {
        _bench.Initialise();
        Pulse(_bench, ticks);
        Assert.Equal(findings, _bench.Findings.Count);
    }

    [Fact]
    public void A_strict_display_also_finds_pulses_that_nobody_waited_for()
    {
        var strict = new LcdBench(timing: new Hd44780Timing(StrictPulse: true));
        strict.WaitUs(50_000);
        Pulse(strict, ticks: 0);
        Assert.StartsWith("E was high for 0 ns", strict.Findings[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void E_cannot_rise_twice_within_half_a_microsecond()
    {
        _bench.Initialise();
        Pulse(_bench, ticks: 3);
        _bench.Board.Time.Wait(TimeSpan.FromTicks(1));
        Pulse(_bench, ticks: 3);
        Only("E rose twice within 400 ns", "500 ns");
    }

    private static void Pulse(LcdBench bench, int ticks)
    {
        bench.Gpio.Write(LcdBench.E, PinValue.High);
        bench.Board.Time.Wait(TimeSpan.FromTicks(ticks));
        bench.Gpio.Write(LcdBench.E, PinValue.Low);
    }

    private void Only(string what, string rulePart)
    {
        ChipFinding finding = Assert.Single(_bench.Findings);
        Assert.Equal(what, finding.What);
        Assert.Contains(rulePart, finding.Rule, StringComparison.Ordinal);
        Assert.Equal("HD44780", finding.Chip);
    }
}
