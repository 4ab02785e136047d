using HilBench.Physical;

namespace HilBench.Rig.Tests.Physical;

public class HeaderWiringTests
{
    [Fact]
    public void Every_pin_of_the_default_rig_stands_at_its_place_on_the_header()
    {
        var wiring = new HeaderWiring(new GpioRigSettings().Wiring);
        Assert.Equal(("GPIO5", "keypad row 1 (123)"), wiring.At(29));
        Assert.Equal(("GPIO18", "load switch relay"), wiring.At(12));
        Assert.Equal(("GPIO21", "display E"), wiring.At(40));
        Assert.Equal(("3V3", ""), wiring.At(1));
        Assert.Equal(("5V", "display VDD, 5 V or 3.3 V"), wiring.At(2));
        Assert.Equal(("GND", "display VSS and R/W, V0"), wiring.At(6));
        var uses = Enumerable.Range(1, HeaderWiring.PinCount).Select(wiring.At)
            .Count(pin => pin.Name.StartsWith("GPIO", StringComparison.Ordinal) && pin.Use.Length > 0);
        Assert.Equal(new GpioRigSettings().Wiring.Pins().Count, uses);
    }

    [Fact]
    public void A_display_that_can_drive_the_pins_is_warned_of()
    {
        var like = new GpioRigSettings().Wiring;
        var wired = new HeaderWiring(like with { Display = like.Display with { ReadWrite = 23 } });
        Assert.Contains(wired.Warnings, warning => warning.Contains("destroys 3.3 V pins"));
        Assert.Equal((("3V3", "display VDD, a 3.3 V one"), ("5V", "")), (wired.At(1), wired.At(2)));
        Assert.DoesNotContain(new HeaderWiring(like).Warnings, warning => warning.Contains("destroys"));
    }

    [Fact]
    public void On_I2C_the_header_shows_the_bus_and_each_chip_its_own_lines()
    {
        var settings = EmulatedPi.WithCrosspoint(new GpioRigSettings());
        var wiring = new HeaderWiring(settings.Wiring, settings.Crosspoint);
        Assert.Equal(("GPIO2", "I2C SDA"), wiring.At(3));
        Assert.Equal(("GPIO3", "I2C SCL"), wiring.At(5));
        Assert.Equal(("GPIO18", "load switch relay"), wiring.At(12));
        Assert.Equal(3, Enumerable.Range(1, HeaderWiring.PinCount).Select(wiring.At)
            .Count(pin => pin.Name.StartsWith("GPIO", StringComparison.Ordinal) && pin.Use.Length > 0));
        Assert.Equal(("3V3", "backpack VCC"), wiring.At(1));
        Assert.Equal(("3V3", "MCP23017 VDD and RESET"), wiring.At(17));
        Assert.Contains(("VL", "5 V"), wiring.Parts[2].Lines);
        Assert.Contains(wiring.Warnings, warning => warning.Contains("does not work from 3.3 V"));
        Assert.Equal(
            ["PCF8574 at 0x27, the display's backpack", "MCP23017 at 0x20, the keypad",
                "ADG2128 at 0x70, presses the keys"],
            wiring.Parts.Select(part => part.Title));
        Assert.Contains(("P2", "E"), wiring.Parts[0].Lines);
        Assert.Contains(("GPB2", "column 3"), wiring.Parts[1].Lines);
        Assert.Contains(("Y3", "row 4"), wiring.Parts[2].Lines);
        Assert.Contains(wiring.Warnings, warning => warning.Contains("pulls SDA and SCL up to 5 V"));
        Assert.Contains("GPA0", HeaderSvg.Of(wiring, "a title"));
    }

    [Fact]
    public void Buzzer_and_lamps_stand_on_the_header()
    {
        var wiring = new HeaderWiring(new GpioRigSettings().Wiring with { Indicators = new(24, 10, 9, 11) });
        Assert.Equal(("GPIO24", "buzzer"), wiring.At(18));
        Assert.Equal(("GPIO10", "low-credit LED"), wiring.At(19));
        Assert.Equal(("GPIO9", "load LED"), wiring.At(21));
        Assert.Equal(("GPIO11", "fault LED"), wiring.At(23));
    }

    [Fact]
    public void The_picture_names_every_use() => Assert.Contains(
        "keypad row 4 (*0#)", HeaderSvg.Of(new HeaderWiring(new GpioRigSettings().Wiring), "a title"));
}
