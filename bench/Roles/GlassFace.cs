using System.Globalization;
using System.Text;

namespace HilBench.Roles;

/// <summary>
/// What displays of one kind and size look like, in dots: how much room they take, and everything that is drawn on
/// their panels. The place of a display is that of its first dot at the top left.
/// </summary>
internal abstract class GlassFace
{
    /// <summary>From the middle of a dot to its edge.</summary>
    protected const double Half = 0.5;

    /// <summary>So far the panel reaches beyond the signs.</summary>
    private const int Rim = 2;

    /// <summary>Room for the signs.</summary>
    public abstract int Width { get; }

    /// <summary>Room for the signs.</summary>
    public abstract int Height { get; }

    /// <summary>The colour of a panel where nothing is lit.</summary>
    protected abstract string Panel { get; }

    public static GlassFace Of(GlassKind kind, int columns, int rows) => kind switch
    {
        GlassKind.Segments => new SegmentFace(columns, rows),
        _ => new DotFace(columns, rows),
    };

    public void Draw(StringBuilder svg, IReadOnlyList<PlacedGlass> glasses)
    {
        Stripe(svg, glasses, Panel, (Height - 1) * Half, Height + (2 * Rim), reach: Rim);
        DrawSigns(svg, glasses);
    }

    /// <summary>The lit parts, and what is seen of the dark ones.</summary>
    protected abstract void DrawSigns(StringBuilder svg, IReadOnlyList<PlacedGlass> glasses);

    /// <summary>
    /// One stripe across each display, its middle so far below the first row of dots; in dashes of these lengths
    /// where there are any.
    /// </summary>
    protected void Stripe(
        StringBuilder svg, IReadOnlyList<PlacedGlass> glasses, string colour, double below, double thick,
        string dashes = "", int reach = 0)
    {
        svg.Append(CultureInfo.InvariantCulture, $"""<path stroke="{colour}" stroke-width="{thick}" """);
        if (dashes.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"""stroke-dasharray="{dashes}" """);
        svg.Append("d=\"");
        foreach (var glass in glasses)
        {
            svg.Append(CultureInfo.InvariantCulture, $"M{glass.X - Half - reach} {glass.Y + below}")
                .Append(CultureInfo.InvariantCulture, $"h{Width + (2 * reach)}");
        }

        svg.Append("\"/>");
    }
}

/// <summary>A display among others, and where its signs begin.</summary>
internal readonly record struct PlacedGlass(int X, int Y, IReadOnlyList<string> Lines);
