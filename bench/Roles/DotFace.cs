using System.Globalization;
using System.Numerics;
using System.Text;

namespace HilBench.Roles;

/// <summary>
/// A character panel: cells of dots with a gap of one dot between them. The lit dots of one display are one path; of
/// several they are one bitmap, because their paths would be too long. Thin stripes over it part the dots.
/// </summary>
internal sealed class DotFace(int columns, int rows) : GlassFace
{
    private const string Green = "#a8c64e";
    private const string Unlit = "#9dbb45";
    private const string Ink = "#1d2a05";
    private const int CellWidth = DotFont.Columns + 1;
    private const int CellHeight = DotFont.Rows + 1;

    /// <summary>What is missing of each dot at its left and its top, and what is there.</summary>
    private const string Parting = ".25 .75";

    public override int Width => (columns * CellWidth) - 1;

    public override int Height => (rows * CellHeight) - 1;

    protected override string Panel => Green;

    protected override void DrawSigns(StringBuilder svg, IReadOnlyList<PlacedGlass> glasses)
    {
        for (var row = 0; row < rows; row++)
        {
            var middle = (row * CellHeight) + ((DotFont.Rows - 1) * Half);
            Stripe(svg, glasses, Unlit, middle, DotFont.Rows, $"{DotFont.Columns} 1");
        }

        if (glasses.Count == 1) DrawPath(svg, glasses[0]);
        else DrawBitmap(svg, glasses);
        Stripe(svg, glasses, Green, (Height - 1) * Half, Height, Parting);
        svg.Append(CultureInfo.InvariantCulture, $"""<path stroke="{Green}" stroke-width="{Width}" """)
            .Append(CultureInfo.InvariantCulture, $"stroke-dasharray=\"{Parting}\" d=\"");
        foreach (var glass in glasses)
        {
            svg.Append(CultureInfo.InvariantCulture, $"M{glass.X + ((Width - 1) * Half)} {glass.Y - Half}v{Height}");
        }

        svg.Append("\"/>");
    }

    private void DrawPath(StringBuilder svg, PlacedGlass glass)
    {
        var path = new SvgPath();
        foreach (var (x, y, dots) in CellsOf(glass))
        {
            // Whichever way takes fewer strokes: most letters stand upright.
            if (Strokes(dots, false) <= Strokes(dots, true)) AddRows(path, x, y, dots);
            else AddColumns(path, x, y, dots);
        }

        svg.Append(CultureInfo.InvariantCulture, $"""<path stroke="{Ink}" stroke-linecap="square" d="{path}"/>""");
    }

    private void DrawBitmap(StringBuilder svg, IReadOnlyList<PlacedGlass> glasses)
    {
        var (width, height) = (glasses.Max(glass => glass.X) + Width, glasses.Max(glass => glass.Y) + Height);
        var map = new DotBitmap(width, height);
        foreach (var (x, y, dots) in glasses.SelectMany(CellsOf))
        {
            for (var row = 0; row < DotFont.Rows; row++)
            {
                for (var column = 0; column < DotFont.Columns; column++)
                    if (IsLit(dots, column, row)) map.Light(x + column, y + row);
            }
        }

        svg.Append(CultureInfo.InvariantCulture, $"""<image x="-{Half}" y="-{Half}" """)
            .Append(CultureInfo.InvariantCulture, $"""width="{width}" height="{height}" opacity=".85" """)
            .Append("style=\"image-rendering:pixelated\" ")
            .Append(CultureInfo.InvariantCulture, $"""href="data:image/png;base64,{map.ToBase64()}"/>""");
    }

    /// <summary>The cells that are not blank.</summary>
    private IEnumerable<(int X, int Y, byte[] Dots)> CellsOf(PlacedGlass glass)
    {
        for (var row = 0; row < Math.Min(rows, glass.Lines.Count); row++)
        {
            var line = glass.Lines[row];
            for (var column = 0; column < Math.Min(columns, line.Length); column++)
            {
                if (line[column] == ' ') continue;
                yield return (glass.X + (column * CellWidth), glass.Y + (row * CellHeight),
                    DotFont.Of(line[column]).ToArray());
            }
        }
    }

    /// <summary>A stroke begins at each lit dot whose neighbour is dark.</summary>
    private static int Strokes(byte[] dots, bool down)
    {
        var count = 0;
        for (var row = 0; row < DotFont.Rows; row++)
        {
            var before = down ? row == 0 ? 0 : dots[row - 1] : dots[row] >> 1;
            count += BitOperations.PopCount((uint)(dots[row] & ~before));
        }

        return count;
    }

    private static void AddRows(SvgPath path, int x, int y, byte[] dots)
    {
        for (var row = 0; row < DotFont.Rows; row++)
        {
            for (var column = 0; column < DotFont.Columns; column++)
            {
                var from = column;
                while (column < DotFont.Columns && IsLit(dots, column, row)) column++;
                if (column > from) path.Add(x + from, y + row, column - from - 1);
            }
        }
    }

    private static void AddColumns(SvgPath path, int x, int y, byte[] dots)
    {
        for (var column = 0; column < DotFont.Columns; column++)
        {
            for (var row = 0; row < DotFont.Rows; row++)
            {
                var from = row;
                while (row < DotFont.Rows && IsLit(dots, column, row)) row++;
                if (row > from) path.Add(x + column, y + from, row - from - 1, down: true);
            }
        }
    }

    private static bool IsLit(byte[] dots, int column, int row) =>
        ((dots[row] >> (DotFont.Columns - 1 - column)) & 1) != 0;
}
