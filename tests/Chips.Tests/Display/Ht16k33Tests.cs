using System.Device.I2c;

namespace HilBench.Chips.Tests.Display;

/// <summary>Four digits behind an HT16K33.</summary>
public sealed class Ht16k33Tests
{
    private readonly CircuitBoard _board = new(seed: 1);
    private readonly Ht16k33 _chip;
    private readonly I2cDevice _device;
    private int _changes;

    public Ht16k33Tests()
    {
        _chip = new Ht16k33(_board, busAddress: 0x73);
        _chip.GlassChanged += () => _changes++;
        var bus = new EmulatedI2cBus();
        bus.Attach(_chip);
        _device = bus.CreateDevice(0x73);
    }

    [Fact]
    public void A_chip_is_dark_until_it_is_awake_and_on_and_then_shows_what_its_memory_woke_with()
    {
        Assert.Equal(new byte[4], _chip.Glass());
        _device.WriteByte(0x81);
        Assert.Equal(new byte[4], _chip.Glass());
        _device.WriteByte(0x21);
        Assert.DoesNotContain((byte)0, _chip.Glass());
        Assert.Equal(1, _changes);
    }

    [Fact]
    public void Digits_are_the_low_halves_of_words_0_1_3_and_4()
    {
        Wake();
        _device.Write([0x00, 0x01, 0xFF, 0x02, 0xFF, 0xFF, 0xFF, 0x04, 0xFF, 0x08, 0xFF]);
        Assert.Equal(new byte[] { 1, 2, 4, 8 }, _chip.Glass());
    }

    [Fact]
    public void A_write_goes_on_from_its_address_and_around_the_end()
    {
        Wake();
        _device.Write([0x00, .. new byte[16]]);
        _device.Write([0x08, 0x11, 0, 0, 0, 0, 0, 0, 0, 0x22]);
        Assert.Equal(new byte[] { 0x22, 0, 0, 0x11 }, _chip.Glass());
    }

    [Fact]
    public void Switched_off_or_without_supply_it_is_dark()
    {
        Wake();
        _device.WriteByte(0x80);
        Assert.Equal(new byte[4], _chip.Glass());
        _device.WriteByte(0x81);
        Assert.DoesNotContain((byte)0, _chip.Glass());
        _board.Power.Fail();
        Assert.Equal(new byte[4], _chip.Glass());
        Assert.Throws<IOException>(() => _device.WriteByte(0x81));
    }

    [Fact]
    public void A_command_that_does_not_exist_and_bytes_after_one_that_takes_none_are_misuse()
    {
        _device.WriteByte(0xF0);
        _device.Write([0x21, 0x81]);
        Assert.Equal(2, _board.Findings.Total);
    }

    private void Wake()
    {
        _device.WriteByte(0x21);
        _device.WriteByte(0x81);
    }
}
