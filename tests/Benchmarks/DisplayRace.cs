using System.Device.I2c;
using System.Globalization;
using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Physical;

namespace HilBench.Benchmarks;

/// <summary>
/// Writes display frames by our driver and by the stock one, in turns. Each has an emulated HD44780 of its own, whose
/// busy periods follow the wall clock. R/W is tied low, so both drivers can only wait.
/// </summary>
internal static class DisplayRace
{
    private const int Frames = 200;
    private const double Wanted = 10;

    private static readonly DisplaySize Size = new(16, 2);
    private static readonly LcdWiring Wiring = new(RegisterSelect: 26, Enable: 21, D4: 4, D5: 17, D6: 27, D7: 22);

    /// <returns>0 = ours is at least ten times as fast and misused nothing; 1 = not.</returns>
    public static int Run()
    {
        Console.WriteLine(
            $"{Size.Columns}x{Size.Lines}, R/W tied low, {Frames} frames by each in turns, chip time = wall time");
        var isFast = true;
        foreach (var oscillator in new[] { 270, 190 })
        {
            isFast &= Race("every cell is new", oscillator, EveryCell);
            Race("one more digit", oscillator, OneMoreDigit);
        }

        BehindBackpack();
        return isFast ? 0 : 1;
    }

    /// <summary>A frame in virtual time at 100 kHz; the package's own methods send a byte in a transfer.</summary>
    private static void BehindBackpack()
    {
        var (ours, byteByByte) = (FrameTime(device => device), FrameTime(device => new ByteByByte(device)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"every cell is new, pcf8574: {ours.TotalMilliseconds:0.00} ms, {byteByByte / ours:0.00} times as long "
                + $"with a byte in each transfer"));
    }

    private static TimeSpan FrameTime(Func<I2cDevice, I2cDevice> wrap)
    {
        var circuit = new CircuitBoard(seed: 1);
        var wiring = BackpackWiring.Usual();
        var header = new PinHeader(circuit, Pcf8574.Lines, "backpack");
        var pins = new Hd44780Pins(wiring.RegisterSelect, wiring.Enable, wiring.Data, wiring.ReadWrite);
        _ = new Hd44780(circuit, header, pins);
        var bus = new EmulatedI2cBus(1, circuit.Time);
        bus.Attach(new Pcf8574(circuit, header));
        using var lcd = new CharacterLcd(
            wrap(bus.CreateDevice(wiring.Backpack!.Address)), wiring, Size.Columns, Size.Lines,
            new RacedPanel.ChipTime(circuit.Time));
        lcd.Initialise();
        lcd.Show(EveryCell(0));
        var begin = circuit.Time.Now;
        lcd.Show(EveryCell(1));
        return circuit.Time.Now - begin;
    }

    private static bool Race(string what, int oscillatorKHz, Func<int, string[]> picture)
    {
        var ours = RacedPanel.ByWallClock(
            oscillatorKHz, pins => new CharacterLcd(pins, Wiring, Size.Columns, Size.Lines, new WallClock()));
        var stock = Stock(oscillatorKHz, waits: 1);
        var safe = Stock(oscillatorKHz, PackageLcd.SafeWaits);
        var both = RacedPanel.ByWallClock(
            oscillatorKHz,
            pins => BoardParts.DisplayOf(
                new BoardPins(pins), Wiring with { Driver = LcdDriver.IotBindings }, new WallClock(), Size));
        for (var frame = 0; frame < Frames; frame++)
        {
            ours.Show(picture(frame));
            stock.Show(picture(frame));
            safe.Show(picture(frame));
            both.Show(picture(frame));
        }

        var ratio = stock.Median / ours.Median;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}, oscillator {oscillatorKHz} kHz"));
        Console.WriteLine($"  ours   {ours}");
        Console.WriteLine($"  stock  {stock}");
        Console.WriteLine($"  stock, waits x {PackageLcd.SafeWaits}  {safe}");
        Console.WriteLine($"  stock over our wires  {both}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  ratio  {ratio:0.0}, waits x {PackageLcd.SafeWaits} {safe.Median / ours.Median:0.0}, over our wires "
                + $"{both.Median / ours.Median:0.0}"));
        return ratio >= Wanted && ours is { Findings: 0, WrongFrames: 0 };
    }

    private static RacedPanel Stock(int oscillatorKHz, double waits) => new(
        oscillatorKHz,
        (pins, clock) => new PackageLcd(pins, Wiring, Size, clock, waits));

    /// <summary>No cell holds the same character in two frames that follow one another.</summary>
    private static string[] EveryCell(int frame) =>
    [
        .. Enumerable.Range(0, Size.Lines).Select(line => new string(
            [.. Enumerable.Range(0, Size.Columns).Select(column => (char)('A' + ((frame + line + column) % 26)))])),
    ];

    private static string[] OneMoreDigit(int frame) => ["", new string('7', 1 + (frame % Size.Columns))];

    private sealed class ByteByByte(I2cDevice device) : I2cDevice
    {
        public override I2cConnectionSettings ConnectionSettings => device.ConnectionSettings;

        public override void Read(Span<byte> buffer) => device.Read(buffer);

        public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) =>
            device.WriteRead(writeBuffer, readBuffer);

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            foreach (var one in buffer) device.WriteByte(one);
        }
    }
}
