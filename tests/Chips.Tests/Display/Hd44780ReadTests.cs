using System.Device.Gpio;

namespace HilBench.Chips.Tests.Display;

public sealed class Hd44780ReadTests
{
    private readonly LcdBench _bench = new(wiredRw: true);

    public Hd44780ReadTests() => _bench.Initialise();

    [Fact]
    public void The_busy_flag_is_up_for_37_microseconds_after_an_instruction()
    {
        _bench.Send(0x80 | 5);
        Assert.Equal(0x85, _bench.ReadByte(data: false));
        _bench.WaitUs(36.4);
        Assert.Equal(0x85, _bench.ReadByte(data: false));
        _bench.WaitUs(0.6);
        Assert.Equal(0x05, _bench.ReadByte(data: false));
        Assert.Empty(_bench.Findings);
    }

    [Theory]
    [InlineData(0x01, 1520)]
    [InlineData(0x02, 1520)]
    [InlineData(0x06, 37)]
    [InlineData(0x14, 37)]
    [InlineData(0x28, 37)]
    [InlineData(0x40, 37)]
    public void Each_instruction_keeps_it_busy_as_long_as_table_6_says(int code, int microseconds)
    {
        TimeSpan start = _bench.Board.Time.Now;
        _bench.Send(code);
        Assert.Equal(start + TimeSpan.FromMicroseconds(microseconds), _bench.Lcd.BusyUntil);
    }

    [Fact]
    public void Data_keeps_it_busy_for_41_microseconds()
    {
        TimeSpan start = _bench.Board.Time.Now;
        _bench.Send('a', data: true);
        Assert.Equal(start + TimeSpan.FromMicroseconds(41), _bench.Lcd.BusyUntil);
    }

    [Fact]
    public void Firmware_that_polls_the_busy_flag_can_write_without_any_fixed_wait()
    {
        foreach (char letter in "polled")
        {
            _bench.Send(letter, data: true);
            while ((_bench.ReadByte(data: false) & 0x80) != 0) _bench.WaitUs(1);
        }

        Assert.Equal("polled          ", _bench.Lcd.ReadGlass()[0]);
        Assert.Empty(_bench.Findings);
    }

    [Fact]
    public void What_stands_in_the_memory_is_read_back_and_the_address_moves_on()
    {
        _bench.Print("xyz");
        _bench.Instruct(0x80);
        var read = new List<char>();
        for (int i = 0; i < 3; i++)
        {
            read.Add((char)_bench.ReadByte(data: true));
            _bench.WaitUs(50);
        }

        Assert.Equal("xyz", string.Concat(read));
        Assert.Equal(3, _bench.ReadByte(data: false));
        Assert.Empty(_bench.Findings);
    }

    [Fact]
    public void The_data_pins_are_let_go_when_E_falls()
    {
        _ = _bench.ReadByte(data: false);
        foreach (int pin in LcdBench.Data)
        {
            _bench.Gpio.SetPinMode(pin, PinMode.Input);
            Assert.True(_bench.Header.IsFloating(pin));
        }
    }

    [Fact]
    public void Firmware_that_still_drives_the_data_pins_while_reading_fights_the_chip()
    {
        _bench.Gpio.Write(LcdBench.Data[0], PinValue.High);
        _bench.Gpio.Write(LcdBench.Rs, PinValue.Low);
        _bench.Gpio.Write(LcdBench.Rw, PinValue.High);
        _bench.Gpio.Write(LcdBench.E, PinValue.High);
        Assert.Contains("fight", Assert.Single(_bench.Findings).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_data_while_busy_is_found()
    {
        _bench.Send(0x80);
        _ = _bench.ReadByte(data: true);
        Assert.Contains("data was read", Assert.Single(_bench.Findings).What, StringComparison.Ordinal);
    }
}
