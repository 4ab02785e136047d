using System.Globalization;
using System.Text;

namespace HilBench.Roles;

/// <summary>Digits of seven segments and a point, as light-emitting diodes behind dark glass.</summary>
internal sealed class SegmentFace(int columns, int rows) : GlassFace
{
    private const string Dark = "#1b0f10";
    private const string Unlit = "#33191b";
    private const string Red = "#ff4436";

    /// <summary>From one digit to the next, and from one line to the next.</summary>
    private const int DigitWidth = 11;
    private const int DigitHeight = 19;

    /// <summary>How thick a segment is.</summary>
    private const double Thick = 1.5;

    private const int Across = 4;
    private const int Upright = 5;
    private const int PointWide = 1;

    /// <summary>Where each of a to g and the point begins, and which of them go down.</summary>
    private static readonly (int X, int Y, int Length, bool Down)[] Segments =
    [
        (2, 1, Across, false), (7, 2, Upright, true), (7, 9, Upright, true), (2, 15, Across, false),
        (1, 9, Upright, true), (1, 2, Upright, true), (2, 8, Across, false), (9, 15, PointWide, false),
    ];

    public override int Width => columns * DigitWidth;

    public override int Height => (rows * DigitHeight) - 2;

    protected override string Panel => Dark;

    protected override void DrawSigns(StringBuilder svg, IReadOnlyList<PlacedGlass> glasses)
    {
        var path = new SvgPath();
        foreach (var glass in glasses)
        {
            for (var row = 0; row < rows; row++)
            {
                var text = row < glass.Lines.Count ? glass.Lines[row] : "";
                var digits = SegmentFont.Of(text, columns);
                for (var at = 0; at < columns; at++)
                    Add(path, glass.X + (at * DigitWidth), glass.Y + (row * DigitHeight), digits[at]);
            }
        }

        for (var row = 0; row < rows; row++) DrawUnlit(svg, glasses, row * DigitHeight);
        svg.Append(CultureInfo.InvariantCulture, $"""<path stroke="{Red}" stroke-width="{Thick}" d="{path}"/>""");
    }

    private static void Add(SvgPath path, int x, int y, byte digit)
    {
        for (var bit = 0; bit < Segments.Length; bit++)
        {
            var (right, below, length, down) = Segments[bit];
            if ((digit & (1 << bit)) != 0) path.Add(x + right, y + below, length, down);
        }
    }

    /// <summary>Each row of segments over all digits is one stripe in dashes.</summary>
    private void DrawUnlit(StringBuilder svg, IReadOnlyList<PlacedGlass> glasses, int top)
    {
        foreach (var y in (int[])[1, 8])
            Stripe(svg, glasses, Unlit, top + y, Thick, $"0 2.5 {Across} {DigitWidth - Across - 2.5}");
        Stripe(
            svg, glasses, Unlit, top + 15, Thick,
            $"0 2.5 {Across} 3 {PointWide} {DigitWidth - Across - PointWide - 5.5}");
        foreach (var y in (double[])[4.5, 11.5])
        {
            Stripe(
                svg, glasses, Unlit, top + y, Upright,
                $"0 .75 {Thick} {6 - Thick} {Thick} {DigitWidth - 6.75 - Thick}");
        }
    }
}
