namespace HilBench.Recording.Looking.Waves;

/// <summary>What part of a reel a view shows, and how wide it is.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Length">How much time it shows.</param>
/// <param name="Width">In pixels.</param>
public readonly record struct WaveFrame(TimeSpan From, TimeSpan Length, int Width)
{
    public TimeSpan To => From + Length;

    /// <summary>The time of the left edge of a pixel; a pixel of a microsecond's view is less than a tick.</summary>
    public TimeSpan TimeAt(double pixel) => From + (Length * (pixel / Width));

    /// <summary>Where a time is, from the left; null when it is outside.</summary>
    public double? PixelOf(TimeSpan at) => at < From || at > To ? null : (at - From) / Length * Width;

    /// <summary>Another length; what is at this time stays where it is.</summary>
    public WaveFrame Zoomed(TimeSpan length, TimeSpan about)
    {
        var part = Math.Clamp((about - From) / Length, 0, 1);
        return this with { From = From + (Length * part) - (length * part), Length = length };
    }

    /// <summary>Moved by a part of its length: 1 is the next page, -1 the one before.</summary>
    public WaveFrame Panned(double pages) => this with { From = From + (Length * pages) };

    /// <summary>Ends there.</summary>
    public WaveFrame Ending(TimeSpan at) => this with { From = at - Length };

    /// <summary>As it is when the time is in it; else with the time in the middle.</summary>
    public WaveFrame Showing(TimeSpan at) => PixelOf(at) is null ? this with { From = at - (Length / 2) } : this;

    /// <summary>Moved so that it shows nothing beyond the reel; a reel that is shorter stands at the left.</summary>
    public WaveFrame Within(WaveReel reel)
    {
        var from = From + Length > reel.To ? reel.To - Length : From;
        return this with { From = from < reel.From ? reel.From : from };
    }
}
