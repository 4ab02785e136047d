using System.Device.Gpio;
using System.Device.I2c;

namespace HilBench.Chips.Tests.Contract;

/// <summary>Every chip there is. A chip that is missing here fails <see cref="ChipContract"/>.</summary>
internal static class ChipRegistry
{
    public static IReadOnlyList<ChipUnderContract> All { get; } =
    [
        new("PinHeader", BuildHeader),
        new("MatrixKeypad", BuildKeypad),
        new("Hd44780", BuildDisplay),
        new("Eeprom24C", BuildEeprom, KeepsItsMemory: true),
        new("MatrixOrbitalPanel", BuildPanel),
        new("Pcf8574", BuildBackpack),
        new("Mcp23017", BuildExpander),
        new("Adg2128", BuildCrosspoint),
        new("Ht16k33", BuildDigits),
        new("Ina236", BuildLoopMonitor),
        new("TestLoopCircuit", board => BuildOnAPin(board, header => new TestLoopCircuit(board, header, Pin, 12, 120))),
        new("RelayModule", board => BuildOnAPin(board, header => new RelayModule(board, header, Pin))),
        new("PiezoBuzzer", board => BuildOnAPin(board, header => new PiezoBuzzer(board, header, Pin))),
        new("IndicatorLed", board => BuildOnAPin(board, header => new IndicatorLed(board, header, Pin))),
    ];

    private const int Pin = 4;

    /// <summary>A chip that follows one pin: up, down, and up again.</summary>
    private static DrivenChip BuildOnAPin(CircuitBoard board, Func<PinHeader, Chip> build)
    {
        var header = new PinHeader(board);
        var gpio = new GpioController(new EmulatedGpioDriver(header));
        var chip = build(header);
        void Use()
        {
            gpio.OpenPin(Pin, PinMode.Output, PinValue.High);
            board.Time.Wait(TimeSpan.FromMilliseconds(50));
            gpio.Write(Pin, PinValue.Low);
            board.Time.Wait(TimeSpan.FromMilliseconds(50));
            gpio.Write(Pin, PinValue.High);
        }

        return new DrivenChip(chip, Use, Misuse: null);
    }

    private static DrivenChip BuildHeader(CircuitBoard board)
    {
        var header = new PinHeader(board);
        var gpio = new GpioController(new EmulatedGpioDriver(header));
        void Use()
        {
            gpio.OpenPin(2, PinMode.Output, PinValue.High);
            gpio.OpenPin(3, PinMode.InputPullUp);
            _ = gpio.Read(3);
        }

        return new DrivenChip(header, Use, () => header.AttachChip().Drive(2, high: false));
    }

    private static DrivenChip BuildKeypad(CircuitBoard board)
    {
        var header = new PinHeader(board);
        var keypad = new MatrixKeypad(board, header, [0, 1, 2, 3], [4, 5, 6]);
        void Use()
        {
            keypad.Press('5', board.Time.Now, TimeSpan.FromMilliseconds(100));
            board.Time.Wait(TimeSpan.FromMilliseconds(200));
        }

        return new DrivenChip(keypad, Use, Misuse: null);
    }

    private static DrivenChip BuildDisplay(CircuitBoard board)
    {
        var bench = new Display.LcdBench(board);
        void Use()
        {
            bench.Initialise();
            bench.Instruct(0x48);
            bench.Print("dots");
            bench.Instruct(0x80);
            bench.Print("text");
        }

        return new DrivenChip(bench.Lcd, Use, () => bench.Send(0x00));
    }

    private static DrivenChip BuildPanel(CircuitBoard board)
    {
        var panel = new MatrixOrbitalPanel(board);
        void Use()
        {
            foreach (byte value in (byte[])[0xFE, 0x58, 0xFE, 0x4F, 0xFE, 0x47, 3, 2,
                .. "text"u8]) panel.Receive(value);
            panel.Press('A', board.Time.Now, TimeSpan.FromMilliseconds(100));
            board.Time.Wait(TimeSpan.FromMilliseconds(200));
        }

        return new DrivenChip(panel, Use, () => panel.Receive(0x80));
    }

    private static DrivenChip BuildEeprom(CircuitBoard board)
    {
        var chip = new Eeprom24C(board);
        var bus = new EmulatedI2cBus();
        bus.Attach(chip);
        I2cDevice device = bus.CreateDevice(chip.BusAddress);
        void Use()
        {
            device.Write([0, 16, 1, 2, 3]);
            board.Time.Wait(Eeprom24C.WriteTime);
            _ = device.ReadByte();
        }

        return new DrivenChip(chip, Use, () => device.Write([0, 31, 1, 2]));
    }

    private static DrivenChip BuildBackpack(CircuitBoard board)
    {
        var (chip, device) = On(board, header => new Pcf8574(board, header));
        return new DrivenChip(chip, () => device.Write([0x0F, 0xF0]), Misuse: null);
    }

    private static DrivenChip BuildExpander(CircuitBoard board)
    {
        var (chip, device) = On(board, header => new Mcp23017(board, header));
        void Use()
        {
            device.Write([0x00, 0xF0, 0xFF]);
            device.Write([0x0D, 0x07]);
            device.WriteByte(0x12);
            _ = device.ReadByte();
        }

        return new DrivenChip(chip, Use, () => device.Write([0x0E, 1]));
    }

    private static DrivenChip BuildCrosspoint(CircuitBoard board)
    {
        var (chip, device) = On(board, header => new Adg2128(board, header, [4, 5, 6], [0, 1, 2, 3]));
        return new DrivenChip(chip, () => device.Write([0x80, 1]), () => device.Write([0xB0, 1]));
    }

    private static DrivenChip BuildDigits(CircuitBoard board)
    {
        var (chip, device) = On(board, _ => new Ht16k33(board));
        void Use()
        {
            device.WriteByte(0x21);
            device.WriteByte(0x81);
            device.Write([0x00, 0x06, 0, 0x5B]);
        }

        return new DrivenChip(chip, Use, () => device.WriteByte(0xC0));
    }

    private static DrivenChip BuildLoopMonitor(CircuitBoard board)
    {
        var (chip, device) = On(
            board, header => new Ina236(board, new TestLoopCircuit(board, header, Pin, 12, 120), shuntOhms: 0.1));
        void Use()
        {
            device.Write([0x05, 0x04, 0x00]);
            device.WriteByte(0x04);
            _ = device.ReadByte();
        }

        return new DrivenChip(chip, Use, () => device.Write([0x01, 0, 0]));
    }

    private static (T Chip, I2cDevice Device) On<T>(CircuitBoard board, Func<PinHeader, T> build)
        where T : Chip, II2cChip
    {
        var chip = build(new PinHeader(board, 16, "wires"));
        var bus = new EmulatedI2cBus();
        bus.Attach(chip);
        return (chip, bus.CreateDevice(chip.BusAddress));
    }
}
