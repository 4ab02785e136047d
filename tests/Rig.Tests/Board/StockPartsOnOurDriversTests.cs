using HilBench.Board;
using HilBench.Chips;
using HilBench.Rig.Tests.Virtual;
using HilBench.Rig.Virtual;
using Iot.Device.CharacterLcd;
using Hd44780 = HilBench.Chips.Hd44780;

namespace HilBench.Rig.Tests.Board;

/// <summary>
/// Parts of Iot.Device.Bindings that take an <see cref="ICharacterLcd"/> write through our driver, and its driver
/// writes through our wires.
/// </summary>
public sealed class StockPartsOnOurDriversTests
{
    private const string Backpack = "pcf8574";
    private const string Pins = "gpio";

    [Theory]
    [InlineData(Pins)]
    [InlineData(Backpack)]
    public void A_console_of_the_package_wraps_and_scrolls_on_our_driver(string kind)
    {
        var (lcd, chip, bench) = Panel(kind);
        using var console = new LcdConsole(lcd, "A00", shouldDispose: false) { ScrollUpDelay = TimeSpan.Zero };
        console.LineFeedMode = LineWrapMode.Wrap;
        console.Write("the first line and the second");
        Assert.Equal(["the first line a", "nd the second   "], chip.ReadGlass());
        console.WriteLine();
        console.Write("third");
        Assert.Equal(["nd the second   ", "third           "], chip.ReadGlass());
        Assert.Empty(bench.Circuit.Findings.All);
    }

    [Fact]
    public void What_the_package_wrote_is_known_to_our_driver_which_then_writes_only_the_difference()
    {
        var (lcd, chip, bench) = Panel(Pins);
        ICharacterLcd stock = lcd;
        stock.SetCursorPosition(3, 1);
        stock.Write("12.5 kWh");
        var before = lcd.BytesSent;
        lcd.Show(["", "   12.6 kWh"]);
        Assert.Equal(["                ", "   12.6 kWh     "], chip.ReadGlass());
        Assert.Equal(2, lcd.BytesSent - before);
        stock.Clear();
        lcd.Show(["a", ""]);
        Assert.Equal(["a               ", "                "], chip.ReadGlass());
        Assert.Empty(bench.Circuit.Findings.All);
    }

    [Fact]
    public void A_picture_drawn_by_the_package_stands_on_the_glass_and_the_text_goes_on_where_it_was()
    {
        var (lcd, chip, bench) = Panel(Pins);
        ICharacterLcd stock = lcd;
        stock.Write("x");
        stock.CreateCustomCharacter(3, [1, 2, 4, 8, 16, 8, 4, 2]);
        stock.Write([(char)3, 'y']);
        Assert.Equal(new byte[] { 1, 2, 4, 8, 16, 8, 4, 2 }, chip.CustomGlyph(3).ToArray());
        Assert.Equal($"x{(char)(Hd44780.FirstCustomCharacter + 3)}y", chip.ReadGlass()[0].TrimEnd());
        Assert.Empty(bench.Circuit.Findings.All);
    }

    [Theory]
    [InlineData(Pins, false)]
    [InlineData(Backpack, true)]
    public void The_light_is_switched_where_it_has_a_line_and_elsewhere_never_on(string kind, bool hasLine)
    {
        ICharacterLcd stock = Panel(kind).Lcd;
        Assert.Equal(hasLine, stock.BacklightOn);
        stock.BacklightOn = false;
        Assert.False(stock.BacklightOn);
        stock.BacklightOn = true;
        Assert.Equal(hasLine, stock.BacklightOn);
    }

    [Fact]
    public void A_panel_that_the_package_switched_off_is_dark_until_it_is_switched_on()
    {
        var (lcd, chip, bench) = Panel(Backpack);
        ICharacterLcd stock = lcd;
        stock.Write("text");
        stock.DisplayOn = false;
        Assert.Equal("", chip.ReadGlass()[0].Trim());
        stock.DisplayOn = true;
        Assert.Equal("text", chip.ReadGlass()[0].Trim());
        stock.UnderlineCursorVisible = true;
        stock.BlinkingCursorVisible = true;
        Assert.True(stock is { UnderlineCursorVisible: true, BlinkingCursorVisible: true, DisplayOn: true });
        lcd.Initialise();
        Assert.True(stock is { UnderlineCursorVisible: false, BlinkingCursorVisible: false, DisplayOn: true });
        Assert.Empty(bench.Circuit.Findings.All);
    }

    /// <summary>The package's own wires wait by the wall clock; ours wait by the bench's.</summary>
    [Fact]
    public void The_driver_of_the_package_over_our_wires_replays_to_the_tick()
    {
        Assert.Equal(Trace(7), Trace(7));
        Assert.NotEqual(Trace(7), Trace(8));

        static string Trace(ulong seed)
        {
            var like = new VirtualRigSettings();
            var display = like.Wiring.Display with { Driver = LcdDriver.IotBindings };
            using var rig = SampleMeter.OnPins(
                seed, settings: like with { Wiring = like.Wiring with { Display = display } });
            var mark = rig.Glass.Mark();
            rig.Type("12345#");
            rig.Clock.Wait(TimeSpan.FromMinutes(1));
            Assert.Empty(rig.Findings);
            return string.Join('\n', rig.Glass.Since(mark).Select(one => $"{one.Since} {string.Join('|', one.Lines)}"));
        }
    }

    [Fact]
    public void A_place_outside_the_panel_is_refused()
    {
        ICharacterLcd stock = Panel(Pins).Lcd;
        Assert.Equal((16, 2), (stock.Size.Width, stock.Size.Height));
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.SetCursorPosition(16, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.SetCursorPosition(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.CreateCustomCharacter(8, new byte[8]));
    }

    private static (CharacterLcd Lcd, Hd44780 Chip, PinBench Bench) Panel(string kind)
    {
        var bench = new PinBench();
        var wiring = kind == Pins ? new LcdWiring(26, 21, 4, 17, 27, 22) : BackpackWiring.Usual();
        var header = kind == Pins ? bench.Header : new PinHeader(bench.Circuit, Pcf8574.Lines, "backpack");
        var pins = new Hd44780Pins(wiring.RegisterSelect, wiring.Enable, wiring.Data, wiring.ReadWrite);
        var chip = new Hd44780(bench.Circuit, header, pins, timing: new Hd44780Timing(190, StrictPulse: true));
        CharacterLcd lcd;
        if (kind == Pins)
        {
            lcd = new CharacterLcd(bench.Gpio, wiring, 16, 2, bench);
        }
        else
        {
            var bus = new EmulatedI2cBus(1, bench.Circuit.Time);
            bus.Attach(new Pcf8574(bench.Circuit, header));
            lcd = new CharacterLcd(bus.CreateDevice(wiring.Backpack!.Address), wiring, 16, 2, bench);
        }

        lcd.Initialise();
        return (lcd, chip, bench);
    }
}
