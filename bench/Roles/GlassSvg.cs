using System.Globalization;
using System.Security;
using System.Text;

namespace HilBench.Roles;

/// <summary>A character display as an SVG picture: a cell for each character, as on the panel.</summary>
public static class GlassSvg
{
    private const int CellWidth = 14;
    private const int CellHeight = 24;
    private const int Border = 12;

    public static string Of(IReadOnlyList<string> lines, int columns, int height = 0)
    {
        var rows = Math.Max(height, lines.Count);
        var (width, tall) = ((columns * CellWidth) + (2 * Border), (rows * CellHeight) + (2 * Border));
        var svg = new StringBuilder();
        svg.Append("""<svg xmlns="http://www.w3.org/2000/svg" """).Append(CultureInfo.InvariantCulture,
            $"""width="{width}" height="{tall}" viewBox="0 0 {width} {tall}">""");
        svg.Append("""<rect width="100%" height="100%" rx="6" fill="#2b2f33"/>""");
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                svg.Append(CultureInfo.InvariantCulture,
                    $"""<rect x="{Left(column)}" y="{Top(row)}" width="13" height="23" fill="#a8c64e"/>""");
            }
        }

        svg.Append("""<g font-family="monospace" font-size="20" fill="#1d2a05" text-anchor="middle">""");
        for (var row = 0; row < lines.Count; row++)
        {
            for (var column = 0; column < Math.Min(columns, lines[row].Length); column++)
            {
                if (lines[row][column] == ' ') continue;
                var character = SecurityElement.Escape(lines[row][column].ToString());
                svg.Append(CultureInfo.InvariantCulture,
                    $"""<text x="{Left(column) + 6}" y="{Top(row) + 18}">{character}</text>""");
            }
        }

        return svg.Append("</g></svg>").ToString();
    }

    private static int Left(int column) => Border + (column * CellWidth);

    private static int Top(int row) => Border + (row * CellHeight);
}
