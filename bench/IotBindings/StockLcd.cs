using System.Device.Gpio;
using System.Drawing;
using HilBench.Meter;
using HilBench.Rig.Board;
using HilBench.Rig.Roles;
using Iot.Device.CharacterLcd;

namespace HilBench.IotBindings;

/// <summary>
/// A panel driven by <see cref="Hd44780"/> of Iot.Device.Bindings, with that driver's own waits. Lines that differ from
/// what stands there are written whole.
/// </summary>
/// <remarks>
/// <para>The stock driver never reads: it has nothing to read back, and waits where it could ask.</para>
/// <para>
/// It wakes the panel with two instructions that no wait separates (data sheet figure 24 wants 37 µs) and so counts on
/// slow pins: while it does, the pins are made slow. And it waits 37 µs after a character, where table 6 says 41 at the
/// nominal oscillator and 58 at the slowest: what it waits is multiplied (<see cref="SafeWaits"/>).
/// </para>
/// </remarks>
public sealed class StockLcd : ICharacterDisplay
{
    /// <summary>Times 37 µs = 60 µs, as our own driver waits.</summary>
    public const double SafeWaits = 1.62;

    /// <summary>Three touches between the two instructions make more than 58 µs.</summary>
    private static readonly TimeSpan WakingPinTime = TimeSpan.FromMicroseconds(20);

    /// <summary>After "clear display" it waits 1 ms, where table 6 says 1.52 ms, or 2.16 at the slowest.</summary>
    private static readonly TimeSpan ClearTime = TimeSpan.FromMicroseconds(2200);

    private readonly PassingTime _time;
    private readonly IBenchClock _clock;
    private readonly double _waits;
    private readonly Func<LcdInterface> _open;
    private readonly IReadOnlyList<LcdGlyph> _glyphs;
    private readonly string[] _shown;
    private Hd44780? _panel;

    internal StockLcd(
        Func<LcdInterface> open, PassingTime time, IBenchClock clock, DisplaySize size,
        IReadOnlyList<LcdGlyph> glyphs, double waits = SafeWaits)
    {
        _open = open;
        _time = time;
        _clock = clock;
        _waits = waits;
        _glyphs = glyphs;
        (Columns, LineCount) = (size.Columns, size.Lines);
        _shown = new string[LineCount];
    }

    public int Columns { get; }

    public int LineCount { get; }

    public bool CanReadBack => false;

    /// <summary>A panel on the processor's pins.</summary>
    public static StockLcd OnPins(
        GpioController pins, LcdWiring wiring, DisplaySize size, IBenchClock clock, IReadOnlyList<LcdGlyph> glyphs,
        double waits = SafeWaits)
    {
        var time = new PassingTime(clock);
        return new StockLcd(
            () => LcdInterface.CreateGpio(
                wiring.RegisterSelect, wiring.Enable, [.. wiring.Data], readWritePin: wiring.ReadWrite ?? -1,
                controller: new GpioController(new WaitingPins(pins, time))),
            time, clock, size, glyphs, waits);
    }

    public void Initialise()
    {
        _panel?.Dispose();
        _time.Begin();
        _time.PinTime = WakingPinTime;
        var wires = _open();
        wires.WaitMultiplier = _waits;
        _panel = new Hd44780(new Size(Columns, LineCount), wires);
        _time.PinTime = TimeSpan.Zero;
        _time.CatchUp();
        _clock.Wait(ClearTime);
        _time.Begin();
        for (var code = 0; code < _glyphs.Count; code++) _panel.CreateCustomCharacter(code, _glyphs[code].Dots);
        Array.Fill(_shown, new string(' ', Columns));
    }

    public void Show(IReadOnlyList<string> lines)
    {
        var panel = _panel ?? throw new InvalidOperationException("The panel has not been initialised.");
        _time.Begin();
        for (var line = 0; line < LineCount; line++)
        {
            var text = (line < lines.Count ? lines[line] : "").PadRight(Columns)[..Columns];
            if (text == _shown[line]) continue;
            panel.SetCursorPosition(0, line);
            panel.Write([.. text.Select(CodeOf)]);
            _shown[line] = text;
        }

        _time.CatchUp();
    }

    public IReadOnlyList<string> ReadBack() =>
        throw new InvalidOperationException("The stock driver cannot read a panel.");

    public void Dispose() => _panel?.Dispose();

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
