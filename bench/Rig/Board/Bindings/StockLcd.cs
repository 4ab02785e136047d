using System.Drawing;
using HilBench.Meter;
using HilBench.Rig.Roles;
using Iot.Device.CharacterLcd;

namespace HilBench.Rig.Board;

/// <summary>
/// A panel driven by <see cref="Hd44780"/> of Iot.Device.Bindings, by that driver's own waits. Lines that differ from
/// what stands there are written whole.
/// </summary>
/// <remarks>
/// <para>The stock driver never reads: it has nothing to read back, and waits where it could ask.</para>
/// <para>
/// It wakes a panel on pins with two instructions that no wait separates (data sheet figure 24 wants 37 µs): while
/// it does, the pins are made slow. It says the number of lines only after another instruction: it is said before. And
/// it waits 37 µs after a character, where table 6 says 41 at the nominal oscillator and 58 at the slowest: what it
/// waits is multiplied (<see cref="SafeWaits"/>).
/// </para>
/// </remarks>
internal abstract class StockLcd : ICharacterDisplay
{
    /// <summary>Times 37 µs = 60 µs, as our own driver waits.</summary>
    public const double SafeWaits = 1.62;

    /// <summary>A panel that has just got power takes 40 ms to wake.</summary>
    private static readonly TimeSpan PowerOnWait = TimeSpan.FromMilliseconds(50);

    /// <summary>After "clear display" it waits 1 ms, where table 6 says 1.52 ms, or 2.16 at the slowest.</summary>
    private static readonly TimeSpan ClearTime = TimeSpan.FromMicroseconds(2200);

    /// <summary>Each wait of a frame is one of 60 µs, which with the sleep it may become takes some 1.1 ms.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(2);

    private readonly IBenchClock _clock;
    private readonly PassingTime _time;
    private readonly IReadOnlyList<LcdGlyph> _glyphs;
    private readonly TimeSpan _wakingTime;
    private readonly double _waits;
    private readonly string[] _shown;
    private Hd44780? _panel;

    private protected StockLcd(
        IBenchClock clock, DisplaySize size, IReadOnlyList<LcdGlyph> glyphs, TimeSpan wakingTime, double waits)
    {
        _wakingTime = wakingTime;
        _waits = waits;
        _clock = clock;
        _time = new PassingTime(clock);
        _glyphs = glyphs;
        (Columns, LineCount) = (size.Columns, size.Lines);
        _shown = new string[LineCount];
    }

    /// <summary>The stock driver for a panel on pins or behind a backpack, as the wiring says.</summary>
    /// <exception cref="RigFaultException">It cannot drive a panel that is wired so.</exception>
    public static StockLcd Of(
        BoardPins pins, LcdWiring wiring, IBenchClock clock, DisplaySize size, IReadOnlyList<LcdGlyph> glyphs)
    {
        if (wiring.Problem() is { } problem) throw new RigFaultException($"display: {problem}");
        return wiring.Backpack is { } backpack
            ? new StockLcdBehindBackpack(pins, backpack.Address, size, clock, glyphs)
            : new StockLcdOnPins(pins.Gpio, wiring, size, clock, glyphs);
    }

    public int Columns { get; }

    public int LineCount { get; }

    public bool CanReadBack => false;

    public void Initialise()
    {
        Close();
        _clock.Wait(PowerOnWait);
        _time.Begin();
        (_time.PinTime, _time.Longest) = (_wakingTime, TimeSpan.MaxValue);
        var wires = Open(_time);
        wires.WaitMultiplier = _waits;
        wires.SendCommand(FunctionSet(LineCount));
        _panel = new Hd44780(new Size(Columns, LineCount), wires);
        (_time.PinTime, _time.Longest) = (TimeSpan.Zero, LongestWait);
        _time.CatchUp();
        _clock.Wait(ClearTime);
        _time.Begin();
        for (var code = 0; code < _glyphs.Count; code++) _panel.CreateCustomCharacter(code, _glyphs[code].Dots);
        _time.CatchUp();
        Array.Fill(_shown, new string(' ', Columns));
    }

    public void Show(IReadOnlyList<string> lines)
    {
        var panel = _panel ?? throw new InvalidOperationException("The panel has not been initialised.");
        for (var line = 0; line < LineCount; line++)
        {
            var text = (line < lines.Count ? lines[line] : "").PadRight(Columns)[..Columns];
            if (text == _shown[line]) continue;
            _time.Begin();
            panel.SetCursorPosition(0, line);
            panel.Write([.. text.Select(CodeOf)]);
            _shown[line] = text;
            _time.CatchUp();
        }
    }

    public IReadOnlyList<string> ReadBack() =>
        throw new InvalidOperationException("The stock driver cannot read a panel.");

    public void Dispose() => Close();

    /// <summary>4 bits, and the number of lines, which the first instruction must say.</summary>
    private protected static byte FunctionSet(int lines) => lines == 1 ? (byte)0x20 : (byte)0x28;

    /// <summary>The stock driver's way to the panel, with time passing between its touches.</summary>
    private protected abstract LcdInterface Open(PassingTime time);

    /// <summary>Gives back what <see cref="Open"/> took, even if that came to an end half way.</summary>
    private protected abstract void Close();

    /// <summary>The stock driver sends the low byte of each character.</summary>
    private char CodeOf(char sign)
    {
        for (var code = 0; code < _glyphs.Count; code++)
        {
            if (_glyphs[code].Sign == sign) return (char)code;
        }

        return (char)LcdCharacters.CodeOf(sign);
    }
}
