using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// Signs that the character ROM lacks and firmware draws itself: up to eight pictures of 5×8 dots in the CGRAM of an
/// HD44780 (data sheet table 5). The codes are the places in the list.
/// </summary>
public static class LcdGlyphs
{
    /// <summary>Rows of a picture; the low five bits of each count, the highest of them at the left.</summary>
    public const int Rows = DotFont.Rows;

    /// <summary>The cells of a bar that are not full, and the icons.</summary>
    private static readonly char[] CreditBarSigns = ['▏', '▎', '▌', '▊', Icon.House, Icon.Open, Icon.Tamper];

    private static readonly LcdGlyph[] CreditBar =
        [.. CreditBarSigns.Select(sign => new LcdGlyph(sign, DotFont.Of(sign).ToArray()))];

    private static readonly LcdGlyph LowBattery = new(Icon.Battery, DotFont.Of(Icon.Battery).ToArray());

    /// <summary>The signs a meter of this profile uses; none where the ROM has them all.</summary>
    public static IReadOnlyList<LcdGlyph> For(MeterProfile profile) =>
        profile.Idle == IdleStyle.CreditBar ? CreditBar : [];

    /// <summary>The signs of a keypad unit: those of its meter, and one for low batteries.</summary>
    public static IReadOnlyList<LcdGlyph> ForKeypadUnit(MeterProfile profile) => [.. For(profile), LowBattery];

    /// <summary>The sign somebody sees in these dots, or null when it is none of ours.</summary>
    public static char? SignOf(ReadOnlySpan<byte> rows)
    {
        foreach (var glyph in CreditBar.Append(LowBattery))
        {
            if (rows.SequenceEqual(glyph.Dots)) return glyph.Sign;
        }

        return null;
    }
}

/// <summary>One sign and its dots, row by row from the top.</summary>
public sealed record LcdGlyph(char Sign, byte[] Dots);
