using System.Device.Gpio;
using System.Device.I2c;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// An 8×1, 16×2 or 20×4 text panel with an HD44780: initialisation by instruction (data sheet figure 24), then only the
/// cells that differ from what stands there, with as few cursor moves as the address counter allows.
/// </summary>
public sealed partial class CharacterLcd : ICharacterDisplay
{
    private const byte DisplayOff = 0x08;
    private const byte ClearDisplay = 0x01;
    private const byte EntryModeIncrement = 0x06;
    private const byte DisplayOn = 0x0C;
    private const byte SetCgramAddress = 0x40;
    private const byte SetDdramAddress = 0x80;

    private readonly ILcdBus _bus;
    private readonly IBenchClock _clock;
    private readonly byte[] _shown;
    private readonly byte[] _wanted;
    private readonly int[] _addresses;
    private readonly IReadOnlyList<LcdGlyph> _glyphs;
    private int _address;

    /// <param name="gpio">Where the pins are.</param>
    /// <param name="wiring">Which pins.</param>
    /// <param name="columns">Characters per line.</param>
    /// <param name="lines">Lines.</param>
    /// <param name="clock">What waits between the bytes.</param>
    /// <param name="glyphs">Signs to draw into the panel's CGRAM, at most eight.</param>
    public CharacterLcd(
        GpioController gpio, LcdWiring wiring, int columns, int lines, IBenchClock clock,
        IReadOnlyList<LcdGlyph>? glyphs = null)
        : this(new GpioLcdBus(gpio, wiring, clock), columns, lines, clock, glyphs)
    {
    }

    /// <summary>A panel behind a PCF8574.</summary>
    public CharacterLcd(
        I2cDevice backpack, LcdWiring wiring, int columns, int lines, IBenchClock clock,
        IReadOnlyList<LcdGlyph>? glyphs = null)
        : this(new BackpackLcdBus(backpack, wiring), columns, lines, clock, glyphs)
    {
    }

    private CharacterLcd(
        ILcdBus bus, int columns, int lines, IBenchClock clock, IReadOnlyList<LcdGlyph>? glyphs)
    {
        _bus = bus;
        _glyphs = glyphs ?? [];
        _addresses = AddressesInOrder(columns, lines);
        Columns = columns;
        LineCount = lines;
        _clock = clock;
        _shown = new byte[LcdAddresses.Space];
        _wanted = new byte[LcdAddresses.Space];
    }

    public int Columns { get; }

    public int LineCount { get; }

    /// <summary>Bytes sent since power-on, instructions and characters.</summary>
    public long BytesSent => _bus.BytesSent;

    /// <summary>Brings a panel that has just got power to an empty, visible screen.</summary>
    public void Initialise()
    {
        LcdTiming.Wake(_bus, _clock);
        Instruct(LcdTiming.FunctionSet(LineCount));
        Instruct(DisplayOff);
        Instruct(ClearDisplay);
        Instruct(EntryModeIncrement);
        DrawGlyphs();
        Instruct(DisplayOn);
        _control = DisplayOn;
        Array.Fill(_shown, (byte)' ');
        _address = 0;
    }

    /// <summary>
    /// Makes the glass read <paramref name="lines"/>. The run of changed cells that begins at the cursor goes first,
    /// because it needs no cursor move.
    /// </summary>
    public void Show(IReadOnlyList<string> lines)
    {
        Array.Fill(_wanted, (byte)' ');
        for (var line = 0; line < LineCount && line < lines.Count; line++)
        {
            var start = LcdAddresses.StartOf(line, Columns);
            for (var column = 0; column < Columns && column < lines[line].Length; column++)
                _wanted[start + column] = CodeOf(lines[line][column]);
        }

        var atCursor = Array.IndexOf(_addresses, _address);
        for (var i = atCursor; i >= 0 && i < _addresses.Length && _addresses[i] == _address; i++)
        {
            if (_wanted[_address] == _shown[_address]) break;
            WriteCell(_address);
        }

        foreach (var address in _addresses)
        {
            if (_wanted[address] == _shown[address]) continue;
            if (address != _address) Instruct((byte)(SetDdramAddress | address));
            WriteCell(address);
        }
    }

    /// <summary>R/W is wired, so <see cref="ReadBack"/> can tell what the panel really holds.</summary>
    public bool CanReadBack => _bus.CanReadBack;

    /// <summary>The lines as the panel holds them, read from its memory; the next frame is written as ever.</summary>
    public IReadOnlyList<string> ReadBack()
    {
        var lines = new string[LineCount];
        for (var line = 0; line < LineCount; line++)
        {
            Instruct((byte)(SetDdramAddress | LcdAddresses.StartOf(line, Columns)));
            var text = new char[Columns];
            for (var column = 0; column < Columns; column++)
            {
                text[column] = CharacterOf(_bus.ReadData());
                LcdTiming.Pace(_bus, _clock, LcdTiming.Execution);
            }

            lines[line] = new string(text);
        }

        Instruct(SetDdramAddress);
        return lines;
    }

    public void Dispose() => _bus.Dispose();

    private static int[] AddressesInOrder(int columns, int lines)
    {
        if ((columns, lines) is not ((8, 1) or (16, 2) or (20, 2) or (20, 4)))
        {
            throw new RigFaultException(
                $"display: this driver knows no panel of {columns}x{lines}; allowed: 8x1, 16x2, 20x2, 20x4");
        }

        return
        [
            .. Enumerable.Range(0, lines)
                .SelectMany(line => Enumerable.Range(LcdAddresses.StartOf(line, columns), columns))
                .Order(),
        ];
    }

    /// <summary>Into CGRAM, and back to the first cell of the display.</summary>
    private void DrawGlyphs()
    {
        if (_glyphs.Count == 0) return;
        Instruct(SetCgramAddress);
        foreach (var row in _glyphs.SelectMany(glyph => glyph.Dots)) Send(row, isData: true);
        Instruct(SetDdramAddress);
    }

    private char CharacterOf(byte code) =>
        code < _glyphs.Count ? _glyphs[code].Sign : LcdCharacters.CharacterOf(code);

    private byte CodeOf(char character)
    {
        for (var code = 0; code < _glyphs.Count; code++)
        {
            if (_glyphs[code].Sign == character) return (byte)code;
        }

        return LcdCharacters.CodeOf(character);
    }

    private void WriteCell(int address)
    {
        Send(_wanted[address], isData: true);
        _shown[address] = _wanted[address];
        _address = LcdAddresses.Next(address);
    }

    private void Instruct(byte instruction)
    {
        Send(instruction, isData: false);
        if ((instruction & SetDdramAddress) != 0) _address = instruction & ~SetDdramAddress;
    }

    private void Send(byte value, bool isData)
    {
        _bus.Send(value, isData);
        LcdTiming.Pace(_bus, _clock, value == ClearDisplay && !isData ? LcdTiming.Clear : LcdTiming.Execution);
    }
}
