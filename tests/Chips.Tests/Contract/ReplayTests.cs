using System.Device.Gpio;
using System.Device.I2c;

namespace HilBench.Chips.Tests.Contract;

/// <summary>
/// A whole board with firmware, key presses and a power cut in the middle of a write: the same seed gives the same
/// events.
/// </summary>
public sealed class ReplayTests
{
    [Fact]
    public void The_same_seed_gives_the_same_history_to_the_tick() =>
        Gen.ULong.Sample(seed => History(seed).SequenceEqual(History(seed)), iter: 20);

    [Fact]
    public void Another_seed_gives_another_history() => Assert.NotEqual(History(seed: 1), History(seed: 2));

    [Fact]
    public void The_history_holds_key_glass_and_memory()
    {
        List<string> history = History(seed: 1);
        Assert.Contains(history, line => line.Contains("edge", StringComparison.Ordinal));
        Assert.Contains(history, line => line.Contains("glass", StringComparison.Ordinal));
        Assert.Contains(history, line => line.Contains("lost power", StringComparison.Ordinal));
        Assert.Contains(history, line => line.Contains("memory", StringComparison.Ordinal));
    }

    private static List<string> History(ulong seed)
    {
        var board = new CircuitBoard(seed);
        var lcd = new Display.LcdBench(board);
        var keypad = new MatrixKeypad(board, lcd.Header, [0, 1, 2, 3], [4, 5, 6]);
        var eeprom = new Eeprom24C(board);
        var bus = new EmulatedI2cBus();
        bus.Attach(eeprom);
        var firmware = new Firmware(board, lcd, bus.CreateDevice(0x50));
        lcd.Lcd.GlassChanged += () => firmware.Note($"glass {string.Join('|', lcd.Lcd.ReadGlass())}");
        for (int i = 0; i < 5; i++) keypad.Press('2', TimeSpan.FromMilliseconds(200 + 200 * i), Ms(100));
        board.Time.At(TimeSpan.FromMilliseconds(611), board.Power.Fail);
        board.Time.At(TimeSpan.FromMilliseconds(700), board.Power.Restore);
        board.Time.Wait(TimeSpan.FromSeconds(2));
        firmware.Note($"memory {Convert.ToHexString(eeprom.Peek(0, 32))}");
        return firmware.History;
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>Boots, and after every interrupt writes a letter to the display and a page to the memory.</summary>
    private sealed class Firmware
    {
        private readonly CircuitBoard _board;
        private readonly Display.LcdBench _lcd;
        private readonly I2cDevice _memory;
        private bool _booted;
        private byte _count;

        public Firmware(CircuitBoard board, Display.LcdBench lcd, I2cDevice memory)
        {
            (_board, _lcd, _memory) = (board, lcd, memory);
            var processor = new VirtualProcessor(board, Step);
            Interrupt = (_, edge) =>
            {
                Note($"edge {edge.ChangeType} of {edge.PinNumber}");
                processor.WakeNow();
            };
            board.Power.Failed += () => _booted = false;
        }

        public List<string> History { get; } = [];

        private PinChangeEventHandler Interrupt { get; }

        public void Note(string what) => History.Add($"{_board.Time.Now.Ticks}: {what}");

        private void Step()
        {
            try
            {
                if (_booted) React();
                else Boot();
            }
            catch (PowerLostException)
            {
                Note("lost power");
                throw;
            }
        }

        private void Boot()
        {
            _lcd.OpenPins();
            _lcd.Gpio.OpenPin(0, PinMode.Output, PinValue.Low);
            _lcd.Gpio.OpenPin(5, PinMode.InputPullUp);
            _lcd.Gpio.RegisterCallbackForPinValueChangedEvent(5, PinEventTypes.Falling, Interrupt);
            _lcd.Initialise();
            _booted = true;
        }

        private void React()
        {
            _lcd.Print("k");
            byte[] page = new byte[34];
            Array.Fill(page, ++_count, 2, 32);
            _memory.Write(page);
            _board.Time.Wait(TimeSpan.FromMilliseconds(20));
        }
    }
}
