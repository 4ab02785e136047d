using System.Drawing;
using Iot.Device.CharacterLcd;

namespace HilBench.Board;

/// <summary>
/// The panel as Iot.Device.Bindings knows one: its console, its displays of values and whatever else takes an
/// <see cref="ICharacterLcd"/> write through our driver, with its waits.
/// </summary>
public sealed partial class CharacterLcd : ICharacterLcd
{
    private const int CgramPictures = 8;
    private const byte LitBit = 0x04;
    private const byte UnderlineBit = 0x02;
    private const byte BlinkBit = 0x01;

    /// <summary>What <see cref="Initialise"/> leaves: lit, without a cursor.</summary>
    private byte _control = DisplayOn;

    Size ICharacterLcd.Size => new(Columns, LineCount);

    int ICharacterLcd.NumberOfCustomCharactersSupported => CgramPictures;

    bool ICharacterLcd.BacklightOn
    {
        get => _bus.IsLit;
        set => _bus.IsLit = value;
    }

    bool ICharacterLcd.DisplayOn
    {
        get => Is(LitBit);
        set => Control(LitBit, value);
    }

    bool ICharacterLcd.UnderlineCursorVisible
    {
        get => Is(UnderlineBit);
        set => Control(UnderlineBit, value);
    }

    bool ICharacterLcd.BlinkingCursorVisible
    {
        get => Is(BlinkBit);
        set => Control(BlinkBit, value);
    }

    void ICharacterLcd.Clear()
    {
        Instruct(ClearDisplay);
        Array.Fill(_shown, (byte)' ');
        _address = 0;
    }

    void ICharacterLcd.SetCursorPosition(int left, int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(left, Columns);
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(top, LineCount);
        Instruct((byte)(SetDdramAddress | LcdAddresses.StartOf(top, Columns) + left));
    }

    /// <summary>The cursor stays where it is, which with the stock driver it does not.</summary>
    void ICharacterLcd.CreateCustomCharacter(int location, ReadOnlySpan<byte> characterMap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(location);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(location, CgramPictures);
        ArgumentOutOfRangeException.ThrowIfNotEqual(characterMap.Length, LcdGlyphs.Rows);
        var address = _address;
        Send((byte)(SetCgramAddress | location * LcdGlyphs.Rows), isData: false);
        foreach (var row in characterMap) Send(row, isData: true);
        Instruct((byte)(SetDdramAddress | address));
    }

    void ICharacterLcd.CreateCustomCharacter(int location, byte[] characterMap) =>
        ((ICharacterLcd)this).CreateCustomCharacter(location, characterMap.AsSpan());

    void ICharacterLcd.Write(string text) => Write(text);

    void ICharacterLcd.Write(ReadOnlySpan<char> text) => Write(text);

    void ICharacterLcd.Write(char[] text) => Write(text);

    /// <summary>The low byte of each character as it is, as the stock driver does; the caller has translated.</summary>
    private void Write(ReadOnlySpan<char> codes)
    {
        foreach (var code in codes)
        {
            _wanted[_address] = unchecked((byte)code);
            WriteCell(_address);
        }
    }

    private bool Is(byte bit) => (_control & bit) != 0;

    private void Control(byte bit, bool isOn)
    {
        var control = (byte)(isOn ? _control | bit : _control & ~bit);
        if (control == _control) return;
        _control = control;
        Instruct(control);
    }
}
