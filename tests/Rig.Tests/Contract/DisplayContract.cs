using CsCheck;
using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Tests.Board;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Tests.Contract;

/// <summary>What every display driver promises, tested on each driver with the chips it drives.</summary>
public sealed class DisplayContract : IDisposable
{
    private static readonly DisplaySize Size = new(16, 2);
    private static readonly LcdWiring Tied = new(26, 21, 4, 17, 27, 22);

    private static readonly Gen<char> Letter = Gen.OneOf(Gen.Char[' ', '['], Gen.Char[']', '}'], Gen.Const(' '));

    public static TheoryData<string> Kinds =>
        KernelPins.AreHere ? [KernelPins.Kind] : [.. OurKinds, .. StockDrivers.Displays];

    /// <summary>There is only one set of real pins.</summary>
    private static int Threads => KernelPins.AreHere ? 1 : -1;

    private static string[] OurKinds => ["gpio", "gpio with R/W", "pcf8574", "pcf8574 without R/W", "panel"];

    public void Dispose() => KernelPanel.GiveBack();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_sequence_of_screens_stands_on_the_glass_without_a_finding(string kind) =>
        Gen.String[Letter, 16, 16].Array[2].Array[1, 5].Sample(screens =>
        {
            var display = Build(kind);
            foreach (var screen in screens)
            {
                display.Driver.Show(screen);
                Assert.Equal(screen, display.Glass());
                if (display.Driver.CanReadBack) Assert.Equal(screen, display.Driver.ReadBack());
            }

            Assert.Empty(display.Bench.Circuit.Findings.All);
        }, iter: 40, threads: Threads);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_says_how_large_it_is_and_whether_it_can_be_read_back(string kind)
    {
        var driver = Build(kind).Driver;
        Assert.Equal((16, 2), (driver.Columns, driver.LineCount));
        Assert.Equal(kind is "gpio with R/W" or "pcf8574", driver.CanReadBack);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_screen_leaves_out_is_blank_and_what_does_not_fit_is_left_out(string kind)
    {
        var display = Build(kind);
        display.Driver.Show(["0123456789ABCDEFGHIJ", "second", "third"]);
        Assert.Equal(["0123456789ABCDEF", "second          "], display.Glass());
        display.Driver.Show(["x"]);
        Assert.Equal(["x               ", "                "], display.Glass());
        Assert.Empty(display.Bench.Circuit.Findings.All);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_screen_again_touches_no_cell(string kind)
    {
        var display = Build(kind);
        display.Driver.Show(["12.5 kWh", ""]);
        var before = display.Bench.Now;
        display.Driver.Show(["12.5 kWh", ""]);
        Assert.Equal(before, display.Bench.Now);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_program_that_starts_again_finds_its_panel_whatever_the_last_one_left_there(string kind)
    {
        var display = Build(kind);
        display.Driver.Show(["left behind", "by the last one"]);
        display.Driver.Initialise();
        Assert.Equal([new string(' ', 16), new string(' ', 16)], display.Glass());
        display.Driver.Show(["again", ""]);
        Assert.Equal("again", display.Glass()[0].TrimEnd());
        Assert.Empty(display.Bench.Circuit.Findings.All);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_panel_that_lost_its_supply_is_lit_again(string kind)
    {
        var display = Build(kind);
        display.Driver.Show(["before", ""]);
        display.Bench.Circuit.Power.Fail();
        display.Bench.Circuit.Power.Restore();
        display.Driver.Dispose();
        var driver = display.Again();
        driver.Initialise();
        driver.Show(["after", ""]);
        Assert.Equal("after", display.Glass()[0].TrimEnd());
        Assert.Empty(display.Bench.Circuit.Findings.All);
    }

    private static Panel Build(string kind)
    {
        if (kind == KernelPins.Kind) return OnKernel();
        var bench = new PinBench();
        var panel = kind switch
        {
            "gpio" => OnPins(bench, Tied),
            "gpio with R/W" => OnPins(bench, Tied with { ReadWrite = 23 }),
            "pcf8574" => OnBackpack(bench, BackpackWiring.Usual()),
            StockDrivers.OnPins => OnPins(bench, Tied with { Driver = LcdDriver.IotBindings }),
            StockDrivers.OnBackpack => OnBackpack(
                bench, BackpackWiring.Usual() with { Driver = LcdDriver.IotBindings }),
            "pcf8574 without R/W" => OnBackpack(bench, BackpackWiring.Usual() with { ReadWrite = null }),
            _ => OnSerial(bench),
        };
        panel.Driver.Initialise();
        return panel;
    }

    private static Panel OnKernel()
    {
        var kernel = new KernelPanel(Tied);
        var panel = new Panel(kernel.Bench, () => kernel.Driver(Size), kernel.Glass, kernel.CatchUp);
        panel.Driver.Initialise();
        return panel;
    }

    private static Panel OnPins(PinBench bench, LcdWiring wiring)
    {
        var pins = new Hd44780Pins(wiring.RegisterSelect, wiring.Enable, wiring.Data, wiring.ReadWrite);
        var chip = new Hd44780(bench.Circuit, bench.Header, pins, timing: new Hd44780Timing(StrictPulse: true));
        return new Panel(
            bench, () => BoardParts.DisplayOf(new BoardPins(bench.Gpio), wiring, bench, Size), chip.ReadGlass);
    }

    /// <summary>At 100 kHz, the most a PCF8574 is made for; the enable pulse is as long as on a real bus.</summary>
    private static Panel OnBackpack(PinBench bench, LcdWiring wiring)
    {
        var header = new PinHeader(bench.Circuit, Pcf8574.Lines, "backpack");
        var pins = new Hd44780Pins(wiring.RegisterSelect, wiring.Enable, wiring.Data, wiring.ReadWrite);
        var chip = new Hd44780(bench.Circuit, header, pins, timing: new Hd44780Timing(190, StrictPulse: true));
        var bus = new EmulatedI2cBus(1, bench.Circuit.Time);
        bus.Attach(new Pcf8574(bench.Circuit, header));
        return new Panel(
            bench, () => BoardParts.DisplayOf(new BoardPins(bench.Gpio, bus), wiring, bench, Size), chip.ReadGlass);
    }

    private static Panel OnSerial(PinBench bench)
    {
        var chip = new MatrixOrbitalPanel(bench.Circuit);
        var keys = MeterProfile.Generic.Pad.Keys;
        return new Panel(
            bench,
            () => new SerialPanel(new Cable(chip), bench, new SerialPanelSettings(), keys, 16, 2),
            chip.ReadGlass);
    }

    private sealed class Panel(
        PinBench bench, Func<ICharacterDisplay> driver, Func<string[]> glass, Action? catchUp = null)
    {
        /// <summary>
        /// The display as it is now. Where the chip is fed from a log of its pins, the log is read to its end first.
        /// </summary>
        public PinBench Bench
        {
            get
            {
                catchUp?.Invoke();
                return bench;
            }
        }

        public ICharacterDisplay Driver { get; } = driver();

        public ICharacterDisplay Again() => driver();

        public string[] Glass() => glass();
    }

    /// <summary>A cable to the panel that causes no delay.</summary>
    private sealed class Cable(MatrixOrbitalPanel panel) : IByteLink
    {
        public string Name => "cable";

        public void SetBaud(int baud) => Assert.Equal(SerialPanelSettings.Baud, baud);

        public void Write(ReadOnlySpan<byte> bytes)
        {
            foreach (var value in bytes) panel.Receive(value);
        }

        public int Read(Span<byte> into, TimeSpan patience) => 0;

        public void DiscardInput()
        {
        }

        public void Dispose()
        {
        }
    }
}
