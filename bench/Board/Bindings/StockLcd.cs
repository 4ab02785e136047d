using System.Drawing;
using HilBench.Meter;
using HilBench.Roles;
using Iot.Device.CharacterLcd;

namespace HilBench.Board;

/// <summary>
/// A panel driven by <see cref="Hd44780"/> of Iot.Device.Bindings, over our wires. Lines that differ from what stands
/// there are written whole.
/// </summary>
/// <remarks>
/// That driver never reads. It sends an entry mode before it says the number of lines, which the panel must hear first:
/// it is said before.
/// </remarks>
internal sealed class StockLcd(
    ILcdBus bus, DisplaySize size, IBenchClock clock, IReadOnlyList<LcdGlyph> glyphs) : ICharacterDisplay
{
    private readonly LcdBusInterface _wires = new(bus, clock);
    private readonly string[] _shown = new string[size.Lines];
    private Hd44780? _panel;

    public int Columns => size.Columns;

    public int LineCount => size.Lines;

    public bool CanReadBack => false;

    public void Initialise()
    {
        LcdTiming.Wake(bus, clock);
        _wires.SendCommand(LcdTiming.FunctionSet(LineCount));
        _panel = new Hd44780(new Size(Columns, LineCount), _wires);
        for (var code = 0; code < glyphs.Count; code++) _panel.CreateCustomCharacter(code, glyphs[code].Dots);
        Array.Fill(_shown, new string(' ', Columns));
    }

    public void Show(IReadOnlyList<string> lines)
    {
        var panel = _panel ?? throw new InvalidOperationException("The panel has not been initialised.");
        for (var line = 0; line < LineCount; line++)
        {
            var text = (line < lines.Count ? lines[line] : "").PadRight(Columns)[..Columns];
            if (text == _shown[line]) continue;
            panel.SetCursorPosition(0, line);
            panel.Write([.. text.Select(CodeOf)]);
            _shown[line] = text;
        }
    }

    public IReadOnlyList<string> ReadBack() =>
        throw new InvalidOperationException("The stock driver cannot read a panel.");

    public void Dispose() => _wires.Dispose();

    /// <summary>The stock driver sends the low byte of each character.</summary>
    private char CodeOf(char sign)
    {
        for (var code = 0; code < glyphs.Count; code++)
        {
            if (glyphs[code].Sign == sign) return (char)code;
        }

        return (char)LcdCharacters.CodeOf(sign);
    }
}
