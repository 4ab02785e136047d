namespace HilBench.Chips;

/// <summary>
/// Character ROM A00 (table 4 of the datasheet) as text: ASCII but for ¥ → ←, half-width katakana, a few Greek and
/// accented letters. Codes 00h to 0Fh are the eight characters firmware defines itself.
/// </summary>
public sealed partial class Hd44780
{
    /// <summary>
    /// Where the self-defined characters appear in the text of the glass: a private-use character for each, so that a
    /// feature can name them and no real letter is mistaken for one.
    /// </summary>
    public const char FirstCustomCharacter = '\uE000';

    private const string Ascii =
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[¥]^_`abcdefghijklmnopqrstuvwxyz{|}→←";

    private const string GreekAndOthers = "αäβεμσρg√⁻jˣ¢£ñöpqθ∞ΩüΣπxy千万円÷ █";

    private static readonly char[] Rom = BuildRom();

    private static char CharacterOf(byte code) => Rom[code];

    private static char[] BuildRom()
    {
        var rom = new char[256];
        Array.Fill(rom, ' ');
        for (int code = 0; code < 16; code++) rom[code] = (char)(FirstCustomCharacter + (code & 7));
        Ascii.CopyTo(rom.AsSpan(0x20));
        for (int code = 0xA1; code <= 0xDF; code++) rom[code] = (char)('\uFF61' + (code - 0xA1));
        GreekAndOthers.CopyTo(rom.AsSpan(0xE0));
        return rom;
    }
}
