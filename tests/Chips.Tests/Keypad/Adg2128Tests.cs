using System.Device.Gpio;
using System.Device.I2c;

namespace HilBench.Chips.Tests.Keypad;

/// <summary>
/// Checks the chip against the address and read-back tables of its data sheet (Analog Devices, rev. D).
/// </summary>
public sealed class Adg2128Tests
{
    private static readonly byte[] Readback =
        [0x34, 0x3C, 0x74, 0x7C, 0x35, 0x3D, 0x75, 0x7D, 0x36, 0x3E, 0x76, 0x7E];

    private readonly Expanders.I2cBench _bench = new();
    private readonly Adg2128 _chip;
    private readonly I2cDevice _device;

    public Adg2128Tests()
    {
        int?[] x = [8, 9, 10, 11, 12, 13, 14, 15, null, null, null, null];
        _chip = new Adg2128(_bench.Board, _bench.Wires, x, [0, 1, 2, 3, 4, 5, 6, 7], 0x70, _bench.Processor, 24);
        _device = _bench.Attach(_chip);
    }

    [Fact]
    public void Every_contact_joins_its_two_wires_and_reads_back()
    {
        for (var x = 0; x < 12; x++)
        {
            for (var y = 0; y < 8; y++)
            {
                Set(x, y, closed: true);
                Assert.True(_chip.IsClosed(x, y));
                Assert.Equal(1, _chip.ClosedCount);
                Assert.Equal(1 << y, ContactsOf(x));
                if (x < 8)
                {
                    _bench.Drive(y, high: false);
                    Assert.False(_bench.Wires.LevelOf(8 + x));
                    _bench.Drive(y, high: true);
                    Assert.True(_bench.Wires.LevelOf(8 + x));
                }

                Set(x, y, closed: false);
                Assert.Equal(0, ContactsOf(x));
            }
        }

        Assert.Empty(_bench.Findings);
    }

    [Fact]
    public void Contacts_written_with_LDSW_0_change_together_with_the_next_that_has_1()
    {
        _device.Write([0x80, 0]);
        _device.Write([0x89, 0]);
        Assert.Equal(0, _chip.ClosedCount);
        _device.Write([0x92, 1]);
        Assert.Equal(3, _chip.ClosedCount);
        Assert.True(_chip.IsClosed(0, 0) && _chip.IsClosed(1, 1) && _chip.IsClosed(2, 2));
    }

    [Fact]
    public void RESET_low_opens_everything_and_keeps_it_open()
    {
        var gpio = new GpioController(new EmulatedGpioDriver(_bench.Processor));
        gpio.OpenPin(24, PinMode.Output, PinValue.High);
        Set(0, 0, closed: true);
        gpio.Write(24, PinValue.Low);
        Assert.Equal(0, _chip.ClosedCount);
        Set(0, 0, closed: true);
        Assert.Equal(0, _chip.ClosedCount);
        Assert.Contains("written while RESET was low", _bench.Findings);
    }

    [Theory]
    [InlineData(new byte[] { 0xB0, 1 }, "names no X line")]
    [InlineData(new byte[] { 0x80 }, "came without its second byte")]
    public void Misuse_is_reported(byte[] bytes, string finding)
    {
        _device.Write(bytes);
        Assert.Contains(finding, _bench.Findings);
        Assert.Equal(0, _chip.ClosedCount);
    }

    private void Set(int x, int y, bool closed) =>
        _device.Write([(byte)((closed ? 0x80 : 0) | (x < 6 ? x : x + 2) << 3 | y), 1]);

    private int ContactsOf(int x)
    {
        var contacts = new byte[2];
        _device.WriteRead([Readback[x]], contacts);
        return contacts[1];
    }
}
