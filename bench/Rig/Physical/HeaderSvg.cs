using System.Globalization;
using System.Security;
using System.Text;

namespace HilBench.Rig.Physical;

/// <summary>The wiring of a header as a picture for a lab's wall.</summary>
public static class HeaderSvg
{
    private const int RowHeight = 26;
    private const int Top = 56;
    private const int Width = 760;
    private const int LeftHole = 360;
    private const int RightHole = 400;
    private const int Radius = 9;

    public static string Of(HeaderWiring wiring, string title)
    {
        var rows = HeaderWiring.PinCount / 2;
        var height = Top + rows * RowHeight + 20 + wiring.Warnings.Count * 20;
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" font-size=\"13\">");
        svg.AppendLine("<rect width=\"100%\" height=\"100%\" fill=\"white\"/><g font-family=\"sans-serif\">");
        Text(svg, Width / 2, 28, "middle", title);
        for (var row = 0; row < rows; row++)
        {
            var y = Top + row * RowHeight;
            Pin(svg, wiring, 2 * row + 1, LeftHole, y, "end", -1);
            Pin(svg, wiring, 2 * row + 2, RightHole, y, "start", 1);
        }

        var below = Top + rows * RowHeight + 10;
        foreach (var warning in wiring.Warnings)
        {
            Text(svg, 20, below, "start", "⚠ " + warning);
            below += 20;
        }

        return svg.AppendLine("</g></svg>").ToString();
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
