using System.Device.I2c;

namespace HilBench.Chips.Tests.Expanders;

public sealed class Pcf8574Tests
{
    private readonly I2cBench _bench = new();
    private readonly Pcf8574 _chip;
    private readonly I2cDevice _device;

    public Pcf8574Tests()
    {
        _chip = new Pcf8574(_bench.Board, _bench.Wires);
        _device = _bench.Attach(_chip);
    }

    [Fact]
    public void After_power_on_every_line_is_high_and_weak()
    {
        Assert.All(Enumerable.Range(0, 8), line => Assert.True(_bench.Wires.LevelOf(line)));
        _bench.Drive(3, high: false);
        Assert.Equal(0xF7, _device.ReadByte());
        Assert.Empty(_bench.Findings);
    }

    [Fact]
    public void A_byte_written_stands_on_the_lines()
    {
        for (var value = 0; value < 256; value++)
        {
            _device.WriteByte((byte)value);
            Assert.All(
                Enumerable.Range(0, 8), line => Assert.Equal((value >> line & 1) != 0, _bench.Wires.LevelOf(line)));
            Assert.Equal(value, _device.ReadByte());
        }
    }

    [Fact]
    public void A_line_written_low_that_somebody_drives_high_is_a_fight()
    {
        _device.WriteByte(0xFE);
        _bench.Drive(0, high: true);
        Assert.Contains("outputs fight over pin 0", _bench.Findings);
    }

    [Fact]
    public void Each_byte_of_a_transfer_appears_when_it_has_passed()
    {
        var bench = new I2cBench(hasTime: true);
        var device = bench.Attach(new Pcf8574(bench.Board, bench.Wires));
        var changes = new List<(double Us, bool High)>();
        bench.Wires.Watch(2, new Probe(high => changes.Add((bench.Board.Time.Now.TotalMicroseconds, high))));
        device.Write([0x00, 0x04, 0x00]);
        Assert.Equal([(180, false), (270, true), (360, false)], changes);
    }

    [Fact]
    public void Without_power_it_does_not_answer_and_holds_nothing()
    {
        _bench.Board.Power.Fail();
        Assert.Throws<IOException>(() => _device.WriteByte(0));
        Assert.True(_bench.Wires.IsFloating(0));
        _bench.Board.Power.Restore();
        Assert.Equal(0xFF, _device.ReadByte());
    }

    [Fact]
    public void Only_addresses_of_the_data_sheet_are_possible() => Assert.All(
        [0x1F, 0x28, 0x37, 0x40],
        address => Assert.Throws<ArgumentOutOfRangeException>(
            () => new Pcf8574(_bench.Board, _bench.Wires, address)));

    private sealed class Probe(Action<bool> changed) : IPinWatcher
    {
        public void PinChanged(int pin, bool high) => changed(high);
    }
}
