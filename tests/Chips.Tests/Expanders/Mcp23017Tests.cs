using System.Device.I2c;

namespace HilBench.Chips.Tests.Expanders;

/// <summary>Checks the chip against Microchip's data sheet DS20001952D, register by register.</summary>
public sealed class Mcp23017Tests
{
    private readonly I2cBench _bench = new();
    private readonly Mcp23017 _chip;
    private readonly I2cDevice _device;

    public Mcp23017Tests()
    {
        _chip = new Mcp23017(_bench.Board, _bench.Wires, 0x20, _bench.Processor, 25);
        _device = _bench.Attach(_chip);
    }

    [Fact]
    public void After_power_on_every_line_is_an_input_and_every_other_register_zero()
    {
        var all = Read(0x00, 0x16);
        Assert.Equal([0xFF, 0xFF], all[..2]);
        Assert.All(all[2..], register => Assert.Equal(0, register));
        Assert.True(_bench.Wires.IsFloating(0));
    }

    [Fact]
    public void Outputs_drive_their_latch_and_inputs_pull_up_when_told()
    {
        Write(0x14, 0b0101_0101, 0);
        Write(0x00, 0xF0, 0xFF);
        Write(0x0C, 0x80 >> 1, 0x01);
        Assert.True(_bench.Wires.LevelOf(0));
        Assert.False(_bench.Wires.LevelOf(1));
        Assert.True(_bench.Wires.LevelOf(6));
        Assert.True(_bench.Wires.LevelOf(8));
        Assert.True(_bench.Wires.IsFloating(9));
        _bench.Drive(8, high: false);
        Assert.Equal(0, Read(0x13, 1)[0] & 1);
        Assert.Empty(_bench.Findings);
    }

    [Fact]
    public void Writing_the_port_writes_the_latch_and_inverted_inputs_read_inverted()
    {
        Write(0x12, 0xA5);
        Assert.Equal(0xA5, Read(0x14, 1)[0]);
        Write(0x03, 0x01);
        _bench.Drive(8, high: false);
        Assert.Equal(1, Read(0x13, 1)[0] & 1);
    }

    [Fact]
    public void A_transfer_goes_on_through_the_registers_and_begins_again_behind_the_last()
    {
        Write(0x14, 0x11, 0x22, 0xFE);
        Assert.Equal([0x11, 0x22], Read(0x14, 2));
        Assert.Equal(0xFE, Read(0x00, 1)[0]);
    }

    [Fact]
    public void With_SEQOP_a_transfer_toggles_between_the_two_of_a_pair()
    {
        Write(0x0A, 0x20);
        Write(0x14, 0x11, 0x22, 0x33);
        Assert.Equal([0x33, 0x22, 0x33], Read(0x14, 3));
    }

    [Fact]
    public void A_changed_input_pulls_INT_low_until_its_port_is_read()
    {
        Write(0x0A, 0x44);
        Write(0x0D, 0x07);
        Write(0x05, 0x07);
        _ = Read(0x12, 2);
        Assert.True(_bench.Processor.IsFloating(25));
        _bench.Drive(9, high: false);
        Assert.True(_chip.IsInterrupting);
        Assert.False(_bench.Processor.LevelOf(25));
        Assert.Equal(0x02, Read(0x0F, 1)[0]);
        _bench.Drive(9, high: true);
        Assert.Equal(0x05, Read(0x11, 1)[0] & 0x07);
        Assert.False(_chip.IsInterrupting);
        Assert.True(_bench.Processor.IsFloating(25));
        Assert.Empty(_bench.Findings);
    }

    [Fact]
    public void Compared_with_DEFVAL_INT_comes_again_while_the_level_stays()
    {
        Write(0x04, 0x01);
        Write(0x06, 0x01);
        Write(0x08, 0x01);
        Write(0x0C, 0x01);
        _ = Read(0x12, 1);
        _bench.Drive(0, high: false);
        Assert.True(_chip.IsInterrupting);
        Assert.Equal(0x01, Read(0x0E, 1)[0]);
    }

    [Theory]
    [InlineData(0x16, 0x00, "register 0x16 was used")]
    [InlineData(0x0E, 0x01, "read-only register 0x0E")]
    [InlineData(0x11, 0x01, "read-only register 0x11")]
    [InlineData(0x0A, 0x80, "BANK was set")]
    [InlineData(0x0C, 0x80, "GPA7 or GPB7 was set up as an input")]
    [InlineData(0x05, 0x80, "GPA7 or GPB7 was set up as an input")]
    public void Misuse_is_reported(byte register, byte value, string finding)
    {
        Write(register, value);
        Assert.Contains(finding, _bench.Findings);
    }

    [Fact]
    public void An_input_that_firmware_wants_and_nobody_holds_is_reported()
    {
        Write(0x04, 0x01);
        _ = Read(0x12, 1);
        Assert.Contains("line 0 was read while nothing held its level", _bench.Findings);
    }

    private void Write(byte register, params ReadOnlySpan<byte> values) => _device.Write([register, .. values]);

    private byte[] Read(byte register, int count)
    {
        var values = new byte[count];
        _device.WriteRead([register], values);
        return values;
    }
}
