using System.Globalization;
using System.Text;
using System.Xml;

namespace HilBench.Recording.Looking;

/// <summary>
/// What the wires of a rig did at the end of a scenario, as an SVG picture of at most <see cref="MostBytes"/>: keys,
/// wires that moved, buses, the glass, and the step that went wrong. It wants nothing from outside.
/// </summary>
public static class WaveSvg
{
    /// <summary>A page of a whole run holds many of them.</summary>
    public const int MostBytes = 8 * 1024;

    private const int Left = 104;
    private const int Width = 780;
    private const int Right = 24;
    private const int Top = 8;
    private const int RowHeight = 17;
    private const int Below = 34;
    private const int LetterWidth = 6;

    /// <summary>About so many times stand below the picture.</summary>
    private const int Times = 8;

    /// <summary>The last picture of the glass needs the room of some letters.</summary>
    private const int NarrowestGlass = 3 * LetterWidth;

    /// <summary>Null when there is nothing to be seen.</summary>
    public static string? Of(FlightRecording recording)
    {
        if (WaveWindow.Of(recording) is not { } window) return null;
        var rows = WaveRow.Of(recording, window);
        var glass = recording.Events.OfType<GlassSeen>().ToArray();
        if (rows.Count == 0) return null;
        for (var apart = 1; ; apart *= 2)
        {
            var svg = Draw(recording, window, rows, glass, apart);
            if (Encoding.UTF8.GetByteCount(svg) <= MostBytes || apart > Width) return svg;
        }
    }

    private static string Draw(
        FlightRecording recording, WaveWindow window, IReadOnlyList<WaveRow> rows, GlassSeen[] glass, int apart)
    {
        var trace = new WaveTrace(window, Left, Width, apart);
        var names = new StringBuilder();
        if (glass.Length > 0) Name(names, "glass", Low(0));
        for (var i = 0; i < rows.Count; i++)
        {
            Name(names, rows[i].Name, Low(i + 1));
            trace.Add(rows[i], Low(i + 1));
        }

        var bottom = Low(rows.Count) + 5;
        var svg = Begin(bottom + Below, window);
        Gaps(svg, recording, trace, bottom);
        Mark(svg, window, trace, bottom);
        svg.Append("<g fill=\"none\" stroke=\"#8fd18f\">");
        if (trace.Strokes.Length > 0) svg.Append("<path d=\"").Append(trace.Strokes).Append("\"/>");
        if (trace.Bands.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path stroke-width=\"{WaveTrace.Height}\" d=\"")
                .Append(trace.Bands).Append("\"/>");
        }

        svg.Append("</g>").Append("<g font-family=\"sans-serif\" font-size=\"11\" fill=\"#dfe4e8\">").Append(names);
        Glass(svg, window, glass, trace, Math.Max(apart, NarrowestGlass));
        Axis(svg, window, trace, bottom);
        Caption(svg, window, apart, bottom);
        return svg.Append("</g></svg>").ToString();
    }

    private static int Low(int row) => Top + (row * RowHeight) + WaveTrace.Height;

    private static StringBuilder Begin(int height, WaveWindow window)
    {
        var width = Left + Width + Right;
        return new StringBuilder("""<svg xmlns="http://www.w3.org/2000/svg" role="img" """)
            .Append(CultureInfo.InvariantCulture, $"width=\"{width}\" height=\"{height}\" ")
            .Append(CultureInfo.InvariantCulture, $"viewBox=\"-.5 -.5 {width} {height}\"><title>")
            .Append(CultureInfo.InvariantCulture,
                $"the wires from {TimelineWords.Seconds(window.From)} to {TimelineWords.Seconds(window.To)}</title>")
            .Append(CultureInfo.InvariantCulture,
                $"<rect x=\"-.5\" y=\"-.5\" width=\"{width}\" height=\"{height}\" fill=\"#2b2f33\"/>");
    }

    private static void Name(StringBuilder into, string name, int low) =>
        into.Append(CultureInfo.InvariantCulture, $"<text x=\"4\" y=\"{low}\">{Written(name, 14)}</text>");

    /// <summary>From the beginning of the step that went wrong to the end.</summary>
    private static void Mark(StringBuilder svg, WaveWindow window, WaveTrace trace, int bottom)
    {
        var (x, end) = (trace.PixelOf(window.Wrong), Left + Width);
        svg.Append(CultureInfo.InvariantCulture,
            $"<path fill=\"#e0555533\" stroke=\"#ff6b6b\" d=\"M{x} 2h{Math.Max(1, end - x)}V{bottom}H{x}z\"/>");
    }

    /// <summary>What was left out of a long recording.</summary>
    private static void Gaps(StringBuilder svg, FlightRecording recording, WaveTrace trace, int bottom)
    {
        var before = TimeSpan.Zero;
        foreach (var one in recording.Wires)
        {
            if (one.IsGap && trace.PixelOf(one.At) is var end and >= Left and <= Left + Width)
            {
                var x = Math.Max(Left, trace.PixelOf(before));
                svg.Append(CultureInfo.InvariantCulture,
                    $"<path fill=\"#777\" d=\"M{x} 2h{Math.Max(1, end - x)}V{bottom}H{x}z\"/>");
            }

            before = one.At;
        }
    }

    private static void Glass(
        StringBuilder svg, WaveWindow window, GlassSeen[] glass, WaveTrace trace, int narrowest)
    {
        for (var i = 0; i < glass.Length; i++)
        {
            var until = i + 1 < glass.Length ? glass[i + 1].At : window.To;
            if (until < window.From || glass[i].At > window.To) continue;
            var x = Math.Max(Left, trace.PixelOf(glass[i].At));
            var width = Math.Min(Left + Width, trace.PixelOf(until)) - x;
            if (width < narrowest) continue;
            var lines = glass[i].Lines.Select(line => line.Trim()).Where(line => line.Length > 0);
            var text = Written(string.Join(" | ", lines), (width - 4) / LetterWidth);
            svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"none\" stroke=\"#a8c64e\" d=\"M{x} {Low(0) + 3}h")
                .Append(CultureInfo.InvariantCulture, $"{width}v-15h-{width}z\"/>")
                .Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 3}\" y=\"{Low(0)}\">{text}</text>");
        }
    }

    private static void Axis(StringBuilder svg, WaveWindow window, WaveTrace trace, int bottom)
    {
        var step = TimeSteps.AtLeast(window.Length / Times).TotalSeconds;
        var digits = step >= 1 ? "0" : step >= 0.1 ? "0.0" : step >= 0.01 ? "0.00" : "0.000";
        for (var at = Math.Ceiling(window.From.TotalSeconds / step); at * step <= window.To.TotalSeconds; at++)
        {
            var x = trace.PixelOf(TimeSpan.FromSeconds(at * step));
            var label = (at * step).ToString(digits, CultureInfo.InvariantCulture);
            svg.Append(CultureInfo.InvariantCulture, $"<path stroke=\"#888\" d=\"M{x} {bottom}v4\"/>")
                .Append(CultureInfo.InvariantCulture,
                    $"<text text-anchor=\"middle\" x=\"{x}\" y=\"{bottom + 15}\">{label} s</text>");
        }
    }

    private static void Caption(StringBuilder svg, WaveWindow window, int apart, int bottom)
    {
        var near = window.Length.TotalMilliseconds / Width * apart;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{bottom + 29}\" fill=\"#aeb4ba\">")
            .Append("seconds after the start; red: the step that went wrong; ")
            .Append(CultureInfo.InvariantCulture, $"filled: edges nearer than {near:0.##} ms</text>");
    }

    /// <summary>Text between two tags, shortened.</summary>
    private static string Written(string text, int most)
    {
        if (text.Length > most) text = most < 2 ? "" : text[..(most - 1)] + "…";
        return new StringBuilder(string.Concat(text.Select(one => XmlConvert.IsXmlChar(one) ? one : '?')))
            .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();
    }
}
