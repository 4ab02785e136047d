using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using HilBench.Roles;

namespace HilBench.Web.Parts;

/// <summary>The dots and segments of signs as data of SVG paths, each made once.</summary>
internal static class DotShapes
{
    /// <summary>From one cell to the next, in dots.</summary>
    public const int CellWidth = DotFont.Columns + 1;

    public const int CellHeight = DotFont.Rows + 1;

    /// <summary>From one digit to the next, in the same measure.</summary>
    public const int DigitWidth = 11;

    public const int DigitHeight = 19;

    private const double Gap = 0.12;

    private static readonly ConcurrentDictionary<char, string> Signs = new();
    private static readonly ConcurrentDictionary<int, string> Digits = new();

    /// <summary>All segments of a digit.</summary>
    public static string Digit { get; } = DigitOf(0xFF);

    /// <summary>The lit dots of a sign; empty for a blank.</summary>
    public static string Of(char sign) => Signs.GetOrAdd(sign, static one =>
    {
        var rows = DotFont.Of(one).ToArray();
        return PathOf((column, row) => ((rows[row] >> (DotFont.Columns - 1 - column)) & 1) != 0);
    });

    /// <summary>The lit segments of a digit, bits as in <see cref="SegmentFont"/>.</summary>
    public static string Of(byte segments) => Digits.GetOrAdd(segments, static lit => DigitOf(lit));

    private static string PathOf(Func<int, int, bool> isLit)
    {
        var path = new StringBuilder();
        for (var row = 0; row < DotFont.Rows; row++)
        {
            for (var column = 0; column < DotFont.Columns; column++)
            {
                if (!isLit(column, row)) continue;
                path.Append(CultureInfo.InvariantCulture, $"M{column + (Gap / 2)} {row + (Gap / 2)}")
                    .Append(CultureInfo.InvariantCulture, $"h{1 - Gap}v{1 - Gap}h-{1 - Gap}z");
            }
        }

        return path.ToString();
    }

    /// <summary>Segments are bars; a to g clockwise from the top, then the middle, then the point.</summary>
    private static string DigitOf(int lit)
    {
        (int X, int Y, int Width, int Height)[] bars =
        [
            (2, 0, 5, 2), (7, 2, 2, 5), (7, 9, 2, 5), (2, 14, 5, 2), (0, 9, 2, 5), (0, 2, 2, 5), (2, 7, 5, 2),
            (9, 14, 2, 2),
        ];
        var path = new StringBuilder();
        for (var bit = 0; bit < bars.Length; bit++)
        {
            if ((lit & (1 << bit)) == 0) continue;
            var (x, y, width, height) = bars[bit];
            path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{width}v{height}h-{width}z");
        }

        return path.ToString();
    }
}
