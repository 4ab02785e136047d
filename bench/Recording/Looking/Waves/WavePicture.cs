namespace HilBench.Recording.Looking.Waves;

/// <summary>A part of a reel as it is drawn: a path for each lane, and nothing that is outside the frame.</summary>
public sealed record WavePicture(
    WaveFrame Frame, IReadOnlyList<WaveRowPicture> Rows, WaveAxis Axis, IReadOnlyList<WaveStretch> Unknown)
{
    /// <summary>From the top of a row's path to its bottom, in pixels.</summary>
    public const int RowHeight = WaveTrace.Height;

    /// <summary>Draws these lanes. Those who follow a live rig look at the same: it is drawn once for them.</summary>
    public static WavePicture Of(WaveReel reel, WaveFrame frame, IReadOnlyList<WaveLane> lanes)
    {
        if (reel.LastPicture is { } last && last.Frame == frame
            && last.Rows.Select(row => row.Lane).SequenceEqual(lanes)) return last;
        return reel.LastPicture = new WavePicture(
            frame, [.. lanes.Select(lane => RowOf(lane, frame))], WaveAxis.Of(frame), UnknownOf(reel, frame));
    }

    private static WaveRowPicture RowOf(WaveLane lane, WaveFrame frame) => lane switch
    {
        LevelLane level => RowOf(level, frame),
        _ => new EventPainter((EventLane)lane, frame).Draw(),
    };

    private static WaveRowPicture RowOf(LevelLane lane, WaveFrame frame)
    {
        var (first, end) = (lane.FirstFrom(frame.From), lane.FirstAfter(frame.To));
        var trace = new WaveTrace(new WaveWindow(frame.From, frame.To, frame.To), 0, frame.Width, apart: 1);
        trace.Add(new WaveRow(lane.Name, lane.IsHighAfter(first), lane.Times.Slice(first, end - first)), RowHeight);
        return new WaveRowPicture(lane, trace.Strokes.ToString(), trace.Bands.ToString(), []);
    }

    private static IReadOnlyList<WaveStretch> UnknownOf(WaveReel reel, WaveFrame frame)
    {
        WaveGap[] gaps =
        [
            new(TimeSpan.MinValue, reel.From), .. reel.Gaps, new(reel.To, TimeSpan.MaxValue),
        ];
        return
        [
            .. gaps.Where(gap => gap.From < frame.To && gap.To > frame.From).Select(gap =>
            {
                var from = gap.From < frame.From ? 0 : frame.PixelOf(gap.From) ?? 0;
                var to = gap.To > frame.To ? frame.Width : frame.PixelOf(gap.To) ?? 0;
                return new WaveStretch(from, to - from);
            }),
        ];
    }
}

/// <summary>How a lane is drawn, from its own top left.</summary>
/// <param name="Strokes">Path data for strokes of a pixel.</param>
/// <param name="Bands">Path data for strokes of <see cref="WavePicture.RowHeight"/>: what cannot be told apart.</param>
public sealed record WaveRowPicture(WaveLane Lane, string Strokes, string Bands, IReadOnlyList<WaveBox> Boxes);

/// <summary>Something with its words, where there is room for them.</summary>
/// <param name="Text">As much as fits.</param>
/// <param name="Title">All of it.</param>
public readonly record struct WaveBox(int X, int Width, string Text, string Title);

/// <summary>A part of the frame of which nothing is known.</summary>
public readonly record struct WaveStretch(double X, double Width);
