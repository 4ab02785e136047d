namespace HilBench.TokenPort;

/// <summary>The baud rate identification of mode C: one character for each rate (IEC 62056-21, 6.3.2).</summary>
public static class BaudCharacters
{
    /// <summary>Every conversation begins at this rate.</summary>
    public const int First = 300;

    private static readonly int[] Rates = [First, 600, 1200, 2400, 4800, 9600, 19200];

    public static IReadOnlyList<int> All => Rates;

    /// <summary>Null for a character that names no rate.</summary>
    public static int? RateOf(char character) =>
        character >= '0' && character - '0' < Rates.Length ? Rates[character - '0'] : null;

    /// <exception cref="ArgumentException">No character names this rate.</exception>
    public static char CharacterOf(int rate)
    {
        var index = Array.IndexOf(Rates, rate);
        return index >= 0
            ? (char)('0' + index)
            : throw new ArgumentException($"{rate} baud is not a rate of mode C; allowed: {string.Join(", ", Rates)}");
    }
}
