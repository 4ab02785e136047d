using HilBench.Roles;

namespace HilBench.Scenarios;

/// <summary>What the display of a scenario showed last, for a report to draw.</summary>
/// <param name="Pictures">Oldest first; at least one.</param>
/// <param name="Columns">How wide the display is.</param>
/// <param name="Height">How many lines it has.</param>
/// <param name="Kind">How it forms its signs.</param>
public sealed record GlassStory(IReadOnlyList<GlassPicture> Pictures, int Columns, int Height, GlassKind Kind)
{
    /// <summary>More would be a film.</summary>
    public const int MostPictures = 12;

    /// <summary>The settled pictures of the end; null when the glass cannot be read any more.</summary>
    public static GlassStory? Ending(IGlass glass, int height) => Of(glass, height, () =>
        [.. glass.Since(default).TakeLast(MostPictures)]);

    /// <summary>What stands there at the end.</summary>
    public static GlassStory? Last(IGlass glass, int height) => Of(glass, height, () =>
        [new GlassPicture(glass.Read(), TimeSpan.Zero)]);

    /// <summary>A picture for a report changes no verdict.</summary>
    private static GlassStory? Of(IGlass glass, int height, Func<IReadOnlyList<GlassPicture>> look)
    {
        try
        {
            return look() is { Count: > 0 } pictures
                ? new GlassStory(pictures, glass.Columns, height, glass.Kind) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
