using System.Device.Gpio;

namespace HilBench.Chips.Tests.Display;

/// <summary>
/// A display on a board, written by very simple firmware: nibbles one by one, with the waits of the data sheet.
/// </summary>
internal sealed class LcdBench
{
    public const int Rs = 7;
    public const int E = 8;
    public const int Rw = 9;
    public static readonly int[] Data = [10, 11, 12, 13];

    public LcdBench(bool wiredRw = false, int columns = 16, int rows = 2, Hd44780Timing? timing = null)
        : this(new CircuitBoard(seed: 1), wiredRw, columns, rows, timing)
    {
    }

    public LcdBench(
        CircuitBoard board, bool wiredRw = false, int columns = 16, int rows = 2, Hd44780Timing? timing = null)
    {
        Board = board;
        Header = new PinHeader(Board);
        var pins = new Hd44780Pins(Rs, E, Data, wiredRw ? Rw : null);
        Lcd = new Hd44780(Board, Header, pins, columns, rows, timing);
        OpenPins();
    }

    public CircuitBoard Board { get; }

    public PinHeader Header { get; }

    public Hd44780 Lcd { get; }

    public GpioController Gpio { get; private set; } = null!;

    public IReadOnlyList<ChipFinding> Findings => Board.Findings.All;

    /// <summary>What firmware does after a reset: opens a new controller and makes all pins outputs.</summary>
    public void OpenPins()
    {
        Gpio?.Dispose();
        Gpio = new GpioController(new EmulatedGpioDriver(Header));
        foreach (int pin in Data.Concat([Rs, E, Rw])) Gpio.OpenPin(pin, PinMode.Output, PinValue.Low);
    }

    public void WaitUs(double microseconds) => Board.Time.Wait(TimeSpan.FromMicroseconds(microseconds));

    public void Nibble(int bits, bool data = false)
    {
        Gpio.Write(Rs, data);
        for (int i = 0; i < 4; i++) Gpio.Write(Data[i], (bits >> i & 1) != 0);
        Gpio.Write(E, PinValue.High);
        Gpio.Write(E, PinValue.Low);
    }

    /// <summary>Two nibbles without any wait.</summary>
    public void Send(int value, bool data = false)
    {
        Nibble(value >> 4, data);
        Nibble(value & 0xF, data);
    }

    public void Instruct(int code)
    {
        Send(code);
        WaitUs(code <= 3 ? 1600 : 50);
    }

    public void Print(string text)
    {
        foreach (char letter in text)
        {
            Send(letter, data: true);
            WaitUs(50);
        }
    }

    /// <summary>Figure 24 of the datasheet, four bits, two lines, display on.</summary>
    public void Initialise()
    {
        WaitUs(45_000);
        Nibble(3);
        WaitUs(4_200);
        Nibble(3);
        WaitUs(150);
        Nibble(3);
        WaitUs(50);
        Nibble(2);
        WaitUs(50);
        foreach (int code in new[] { 0x28, 0x08, 0x01, 0x06, 0x0C }) Instruct(code);
    }

    /// <summary>Reads a byte over R/W: true register = data, false = busy flag and address.</summary>
    public int ReadByte(bool data)
    {
        foreach (int pin in Data) Gpio.SetPinMode(pin, PinMode.Input);
        Gpio.Write(Rs, data);
        Gpio.Write(Rw, PinValue.High);
        int value = ReadNibble() << 4 | ReadNibble();
        Gpio.Write(Rw, PinValue.Low);
        foreach (int pin in Data) Gpio.SetPinMode(pin, PinMode.Output);
        return value;
    }

    private int ReadNibble()
    {
        Gpio.Write(E, PinValue.High);
        int nibble = 0;
        for (int i = 0; i < 4; i++) nibble |= Gpio.Read(Data[i]) == PinValue.High ? 1 << i : 0;
        Gpio.Write(E, PinValue.Low);
        return nibble;
    }
}
