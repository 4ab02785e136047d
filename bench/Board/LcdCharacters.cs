namespace HilBench.Board;

/// <summary>
/// What the character generator of an HD44780 with ROM A00 shows for a byte: ASCII but for two codes, a handful of
/// signs above 7Fh, and Japanese that no meter here needs.
/// </summary>
public static class LcdCharacters
{
    /// <summary>
    /// The code that shows <paramref name="character"/>, or that of '?' when the ROM has no such sign.
    /// </summary>
    public static byte CodeOf(char character) => character switch
    {
        >= ' ' and <= '}' and not '\\' => (byte)character,
        '¥' => 0x5C,
        '→' => 0x7E,
        '←' => 0x7F,
        '°' => 0xDF,
        'µ' => 0xE4,
        'Ω' => 0xF4,
        '÷' => 0xFD,
        '█' => 0xFF,
        _ => (byte)'?',
    };

    /// <summary>What a byte shows; codes that no text of ours uses show as '?'.</summary>
    public static char CharacterOf(byte code) => code switch
    {
        0x5C => '¥',
        0x7E => '→',
        0x7F => '←',
        >= 0x20 and <= 0x7D => (char)code,
        0xDF => '°',
        0xE4 => 'µ',
        0xF4 => 'Ω',
        0xFD => '÷',
        0xFF => '█',
        _ => '?',
    };
}
