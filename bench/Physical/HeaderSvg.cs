using System.Globalization;
using System.Security;
using System.Text;

namespace HilBench.Physical;

/// <summary>The wiring of a header as a picture for a lab's wall.</summary>
public static class HeaderSvg
{
    private const int RowHeight = 26;
    private const int Top = 56;
    private const int Width = 760;
    private const int PartWidth = 320;
    private const int PartLine = 17;
    private const int LeftHole = 360;
    private const int RightHole = 400;
    private const int Radius = 9;

    public static string Of(HeaderWiring wiring, string title)
    {
        var rows = HeaderWiring.PinCount / 2;
        var height = Top + rows * RowHeight + 20 + wiring.Warnings.Count * 20;
        var width = wiring.Parts.Count > 0 ? Width + PartWidth : Width;
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-size=\"13\">");
        svg.AppendLine("<rect width=\"100%\" height=\"100%\" fill=\"white\"/><g font-family=\"sans-serif\">");
        Text(svg, width / 2, 28, "middle", title);
        for (var row = 0; row < rows; row++)
        {
            var y = Top + row * RowHeight;
            Pin(svg, wiring, 2 * row + 1, LeftHole, y, "end", -1);
            Pin(svg, wiring, 2 * row + 2, RightHole, y, "start", 1);
        }

        Parts(svg, wiring.Parts);
        var below = Top + rows * RowHeight + 10;
        foreach (var warning in wiring.Warnings)
        {
            Text(svg, 20, below, "start", "⚠ " + warning);
            below += 20;
        }

        return svg.AppendLine("</g></svg>").ToString();
    }

    /// <summary>A box for each chip on I2C, beside the header, with what hangs on its lines.</summary>
    private static void Parts(StringBuilder svg, IReadOnlyList<WiredPart> parts)
    {
        var y = Top;
        foreach (var part in parts)
        {
            var height = PartLine * (part.Lines.Count + 1) + 12;
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Width}\" y=\"{y}\" width=\"{PartWidth - 20}\" ");
            svg.AppendLine(CultureInfo.InvariantCulture, $"height=\"{height}\" fill=\"#eef6ff\" stroke=\"#357\"/>");
            Text(svg, Width + 10, y + PartLine, "start", part.Title);
            for (var line = 0; line < part.Lines.Count; line++)
            {
                var at = y + PartLine * (line + 2);
                Text(svg, Width + 20, at, "start", part.Lines[line].Line);
                Text(svg, Width + 80, at, "start", part.Lines[line].Use);
            }

            y += height + 16;
        }
    }

    private static void Pin(StringBuilder svg, HeaderWiring wiring, int pin, int x, int y, string anchor, int side)
    {
        var (name, use) = wiring.At(pin);
        var fill = name switch
        {
            "5V" => "#d33",
            "3V3" => "#e90",
            "GND" => "#333",
            _ => use.Length > 0 ? "#2a7" : "#ddd",
        };
        svg.AppendLine(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{Radius}\" fill=\"{fill}\"/>");
        Text(svg, x + side * 20, y + 5, anchor, $"{pin}  {name}{(use.Length > 0 ? "  " + use : "")}");
    }

    private static void Text(StringBuilder svg, int x, int y, string anchor, string text) =>
        svg.AppendLine(CultureInfo.InvariantCulture,
            $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{SecurityElement.Escape(text)}</text>");
}
