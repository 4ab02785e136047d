namespace HilBench.Pi.Tests;

/// <summary>QEMU's trace of the Pi's GPIO registers, and what it means for the pins.</summary>
public class GpioBlockTests
{
    private const string Line =
        "5621@1795624965.055587:memory_region_ops_write cpu 1 mr 0x7ff59fb75f40 addr 0x3f200028 value 0x20 size 4 "
        + "name 'bcm2835_gpio'";

    private readonly GpioBlock _block = new();

    [Fact]
    public void A_line_of_the_trace_tells_who_did_what_to_which_register_and_when()
    {
        var access = RegisterAccess.From(Line);
        Assert.Equal(
            new RegisterAccess(new TimeSpan(17956249650555870), IsWrite: true, IsGuest: true, 0x28, 0x20), access);
        Assert.False(RegisterAccess.From(Line.Replace("cpu 1", "cpu -1"))!.Value.IsGuest);
        Assert.False(RegisterAccess.From(Line.Replace("ops_write", "ops_read"))!.Value.IsWrite);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5621@1795624965.055587:memory_region_ops_read cpu 1 mr 0x7f addr 0x3f value 0x6 size 4 name 'pl011'")]
    [InlineData("2026-11-25T16:46:19.302971Z qemu-system-aarch64: terminating on signal 15")]
    public void Lines_about_other_things_are_no_access(string line) => Assert.Null(RegisterAccess.From(line));

    [Fact]
    public void An_output_begins_with_the_level_that_was_set_before_it_became_one()
    {
        Assert.Empty(Write(GpioBlock.Set0, 1u << 26));
        Assert.Equal(PinEvent.Output, Write(0x08, 1u << 18) is [{ Pin: 26, Level: 1 } first] ? first.Event : default);
        Assert.Equal([(26, 0)], Write(GpioBlock.Clear0, 1u << 26).Select(record => (record.Pin, record.Level)));
        Assert.Empty(Write(GpioBlock.Clear0, 1u << 26));
    }

    [Fact]
    public void A_pin_that_is_no_output_any_more_floats()
    {
        Write(0x00, 1u << 15);
        Assert.Equal([(5, PinEvent.Input)], Write(0x00, 0).Select(record => (record.Pin, record.Event)));
    }

    [Fact]
    public void A_pull_up_counts_when_it_is_clocked_into_its_pin()
    {
        Assert.Empty(Write(0x94, 2));
        Assert.Equal([(12, PinEvent.InputPullUp)], Write(0x98, 1u << 12).Select(record => (record.Pin, record.Event)));
        Assert.Empty(Write(0x98, 0));
    }

    private PinRecord[] Write(int register, uint value) =>
        [.. _block.Take(new RegisterAccess(TimeSpan.Zero, IsWrite: true, IsGuest: true, register, value))];
}
