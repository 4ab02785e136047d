using System.Globalization;
using System.Text;
using System.Xml;

namespace HilBench.Roles;

/// <summary>
/// Displays as SVG pictures of what they light, dot by dot or segment by segment, with their text as the title. The
/// pictures have no names inside and want nothing from outside, so any number of them can stand in one page.
/// </summary>
public static class GlassSvg
{
    /// <summary>Pixels of a dot.</summary>
    private const int Scale = 4;

    /// <summary>Pixels of a dot where several displays share the room.</summary>
    private const int StripScale = 3;

    /// <summary>So many dots are the panel and its frame wide, at each side of the signs.</summary>
    private const int Frame = 5;

    /// <summary>From the signs of a display to those of the next, in dots.</summary>
    private const int Gap = 9;

    /// <summary>A row of a strip is as wide as two displays of twenty columns, or three of sixteen.</summary>
    private const int StripWidth = 310;

    /// <summary>The room of a caption below its display, in dots.</summary>
    private const int CaptionHeight = 9;

    private const int CaptionSize = 7;

    /// <summary>One display.</summary>
    /// <param name="lines">Its text; what does not fit is left out.</param>
    /// <param name="columns">How wide it is.</param>
    /// <param name="height">How many lines it has, if that is more than <paramref name="lines"/>.</param>
    /// <param name="kind">Dots or segments.</param>
    public static string Of(
        IReadOnlyList<string> lines, int columns, int height = 0, GlassKind kind = GlassKind.Dots)
    {
        var face = GlassFace.Of(kind, columns, Math.Max(height, lines.Count));
        var svg = Begin(face.Width, face.Height, Scale, TextOf(lines, "\n"));
        face.Draw(svg, [new PlacedGlass(0, 0, lines)]);
        return svg.Append("</g></svg>").ToString();
    }

    /// <summary>
    /// Displays of one size over time, from the left to the right and row by row, each with a few words below it.
    /// </summary>
    /// <param name="pictures">At least one, oldest first. Twelve of 16x2 are not more than 8 KB.</param>
    /// <param name="columns">How wide each is.</param>
    /// <param name="height">How many lines each has, if that is more than any of them holds.</param>
    /// <param name="kind">Dots or segments.</param>
    public static string Strip(
        IReadOnlyList<(string Caption, IReadOnlyList<string> Lines)> pictures, int columns, int height = 0,
        GlassKind kind = GlassKind.Dots)
    {
        ArgumentOutOfRangeException.ThrowIfZero(pictures.Count, nameof(pictures));
        var face = GlassFace.Of(kind, columns, Math.Max(height, pictures.Max(picture => picture.Lines.Count)));
        var (right, below) = (face.Width + Gap, face.Height + Gap + CaptionHeight);
        var perRow = Math.Clamp((StripWidth + Gap) / right, 1, pictures.Count);
        var rows = (pictures.Count + perRow - 1) / perRow;
        var svg = Begin(
            (perRow * right) - Gap, (rows * below) - Gap, StripScale, string.Join('\n', pictures.Select(Told)));
        PlacedGlass[] placed =
        [
            .. pictures.Select((picture, i) =>
                new PlacedGlass(i % perRow * right, i / perRow * below, picture.Lines)),
        ];
        face.Draw(svg, placed);
        svg.Append(CultureInfo.InvariantCulture, $"""</g><g font-family="sans-serif" font-size="{CaptionSize}" """)
            .Append("fill=\"#dfe4e8\" text-anchor=\"middle\">");
        for (var i = 0; i < placed.Length; i++)
        {
            var caption = Written(Cut(pictures[i].Caption, face.Width * 2 / CaptionSize));
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{placed[i].X + (face.Width / 2)}\" ")
                .Append(CultureInfo.InvariantCulture, $"y=\"{placed[i].Y + face.Height + CaptionHeight}\">{caption}")
                .Append("</text>");
        }

        return svg.Append("</g></svg>").ToString();
    }

    private static StringBuilder Begin(int width, int height, int scale, string title)
    {
        var (wide, tall) = (width + (2 * Frame), height + (2 * Frame));
        return new StringBuilder("""<svg xmlns="http://www.w3.org/2000/svg" role="img" """)
            .Append(CultureInfo.InvariantCulture, $"""width="{wide * scale}" height="{tall * scale}" """)
            .Append(CultureInfo.InvariantCulture, $"""viewBox="-{Frame}.5 -{Frame}.5 {wide} {tall}">""")
            .Append("<title>").Append(Written(title)).Append("</title>")
            .Append(CultureInfo.InvariantCulture, $"""<rect x="-{Frame}.5" y="-{Frame}.5" width="{wide}" """)
            .Append(CultureInfo.InvariantCulture, $"""height="{tall}" rx="2" fill="#2b2f33"/><g fill="none">""");
    }

    private static string Told((string Caption, IReadOnlyList<string> Lines) picture) =>
        $"{picture.Caption}: {TextOf(picture.Lines, " | ")}";

    /// <summary>Without the blanks that fill a line, and the blank lines that fill a display.</summary>
    private static string TextOf(IReadOnlyList<string> lines, string between)
    {
        var last = lines.Count;
        while (last > 0 && string.IsNullOrWhiteSpace(lines[last - 1])) last--;
        return last == 0 ? "blank" : string.Join(between, lines.Take(last).Select(line => line.TrimEnd()));
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    /// <summary>Text between two tags. A sign that XML forbids is a question mark.</summary>
    private static string Written(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '&' => written.Append("&amp;"),
                '<' => written.Append("&lt;"),
                '>' => written.Append("&gt;"),
                _ => written.Append(XmlConvert.IsXmlChar(sign) ? sign : '?'),
            };
        }

        return written.ToString();
    }
}
