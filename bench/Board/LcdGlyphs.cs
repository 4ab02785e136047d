using HilBench.Meter;

namespace HilBench.Board;

/// <summary>
/// Signs that the character ROM lacks and firmware draws itself: up to eight pictures of 5×8 dots in the CGRAM of an
/// HD44780 (data sheet table 5). The codes are the places in the list.
/// </summary>
public static class LcdGlyphs
{
    /// <summary>Rows of a picture; the low five bits of each count, the highest of them at the left.</summary>
    public const int Rows = 8;

    private static readonly LcdGlyph[] CreditBar =
    [
        new('▏', Column(0b10000)),
        new('▎', Column(0b11000)),
        new('▌', Column(0b11100)),
        new('▊', Column(0b11110)),
        new(Icon.House, [0b00100, 0b01110, 0b11111, 0b11111, 0b11011, 0b11011, 0b11011, 0b00000]),
        new(Icon.Open, [0b00001, 0b00001, 0b00010, 0b00100, 0b01000, 0b10000, 0b10000, 0b00000]),
        new(Icon.Tamper, [0b01110, 0b10001, 0b10001, 0b11111, 0b11011, 0b11011, 0b11111, 0b00000]),
    ];

    /// <summary>The signs a meter of this profile uses; none where the ROM has them all.</summary>
    public static IReadOnlyList<LcdGlyph> For(MeterProfile profile) =>
        profile.Idle == IdleStyle.CreditBar ? CreditBar : [];

    /// <summary>The sign somebody sees in these dots, or null when it is none of ours.</summary>
    public static char? SignOf(ReadOnlySpan<byte> rows)
    {
        foreach (var glyph in CreditBar)
        {
            if (rows.SequenceEqual(glyph.Dots)) return glyph.Sign;
        }

        return null;
    }

    private static byte[] Column(byte dots)
    {
        var rows = new byte[Rows];
        Array.Fill(rows, dots);
        return rows;
    }
}

/// <summary>One sign and its dots, row by row from the top.</summary>
public sealed record LcdGlyph(char Sign, byte[] Dots);
