using System.Device.Gpio;
using System.Drawing;
using HilBench.Board;
using HilBench.Meter;
using HilBench.Roles;
using Iot.Device.CharacterLcd;

namespace HilBench.Benchmarks;

/// <summary>
/// A panel driven by <see cref="Hd44780"/> of Iot.Device.Bindings over that package's own wires, with its own waits.
/// Lines that differ from what stands there are written whole.
/// </summary>
/// <remarks>
/// It wakes a panel with two instructions that no wait separates (data sheet figure 24 wants 37 µs): while it does, the
/// pins are made slow. It says the number of lines only after another instruction: it is said before. And it waits
/// 37 µs after a character, where table 6 says 41 at the nominal oscillator and 58 at the slowest: what it waits may be
/// multiplied (<see cref="SafeWaits"/>).
/// </remarks>
internal sealed class PackageLcd(
    GpioController pins, LcdWiring wiring, DisplaySize size, IBenchClock clock, double waits) : ICharacterDisplay
{
    /// <summary>Times 37 µs = 60 µs, as our own driver waits.</summary>
    public const double SafeWaits = 1.62;

    private const byte FunctionSet = 0x28;

    /// <summary>A panel that has just got power takes 40 ms to wake.</summary>
    private static readonly TimeSpan PowerOnWait = TimeSpan.FromMilliseconds(50);

    /// <summary>After "clear display" it waits 1 ms, where table 6 says 1.52 ms, or 2.16 at the slowest.</summary>
    private static readonly TimeSpan ClearTime = TimeSpan.FromMicroseconds(2200);

    /// <summary>Each wait of a frame is one of 60 µs, which with the sleep it may become takes some 1.1 ms.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(2);

    /// <summary>Three touches between two instructions make more than 58 µs.</summary>
    private static readonly TimeSpan WakingPinTime = TimeSpan.FromMicroseconds(20);

    private readonly PassingTime _time = new(clock);
    private readonly string[] _shown = new string[size.Lines];
    private GpioController? _opened;
    private Hd44780? _panel;

    public int Columns => size.Columns;

    public int LineCount => size.Lines;

    public bool CanReadBack => false;

    public void Initialise()
    {
        clock.Wait(PowerOnWait);
        _time.Begin();
        (_time.PinTime, _time.Longest) = (WakingPinTime, TimeSpan.MaxValue);
        _opened = new GpioController(new WaitingPins(pins, _time));
        var wires = LcdInterface.CreateGpio(
            wiring.RegisterSelect, wiring.Enable, [.. wiring.Data], controller: _opened, shouldDispose: false);
        wires.WaitMultiplier = waits;
        wires.SendCommand(FunctionSet);
        _panel = new Hd44780(new Size(Columns, LineCount), wires);
        (_time.PinTime, _time.Longest) = (TimeSpan.Zero, LongestWait);
        _time.CatchUp();
        clock.Wait(ClearTime);
        Array.Fill(_shown, new string(' ', Columns));
    }

    public void Show(IReadOnlyList<string> lines)
    {
        for (var line = 0; line < LineCount; line++)
        {
            var text = (line < lines.Count ? lines[line] : "").PadRight(Columns)[..Columns];
            if (text == _shown[line]) continue;
            _time.Begin();
            _panel!.SetCursorPosition(0, line);
            _panel.Write(text);
            _shown[line] = text;
            _time.CatchUp();
        }
    }

    public IReadOnlyList<string> ReadBack() => throw new NotSupportedException();

    public void Dispose() => _opened?.Dispose();
}
