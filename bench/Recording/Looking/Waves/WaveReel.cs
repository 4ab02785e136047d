namespace HilBench.Recording.Looking.Waves;

/// <summary>All there is to see, of a live rig up to a moment or of a recording. What it says never changes.</summary>
public sealed class WaveReel
{
    private WavePicture? _lastPicture;

    internal WaveReel(
        IEnumerable<WaveLane> lanes, TimeSpan from, TimeSpan to, IReadOnlyList<WaveGap> gaps)
    {
        Lanes = [.. lanes.OrderBy(lane => lane.Kind)];
        (From, To, Gaps) = (from, to, gaps);
    }

    /// <summary>Nothing at all.</summary>
    public static WaveReel Empty { get; } = new([], TimeSpan.Zero, TimeSpan.Zero, []);

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<WaveLane> Lanes { get; }

    /// <summary>What was before it is gone.</summary>
    public TimeSpan From { get; }

    /// <summary>The last moment that is known.</summary>
    public TimeSpan To { get; }

    /// <summary>What was left out between, in order.</summary>
    public IReadOnlyList<WaveGap> Gaps { get; }

    /// <summary>The picture that was drawn last, for the next who wants the same.</summary>
    internal WavePicture? LastPicture
    {
        get => Volatile.Read(ref _lastPicture);
        set => Volatile.Write(ref _lastPicture, value);
    }

    public static WaveReel Of(FlightRecording recording) => new ReelOfRecording(recording).Read();

    /// <summary>The wires and lines are known at this time.</summary>
    public bool Knows(TimeSpan at) =>
        at >= From && at <= To && !Gaps.Any(gap => at > gap.From && at < gap.To);

    /// <summary>The picture that stood on the display; null when there was none yet.</summary>
    public IReadOnlyList<string>? GlassAt(TimeSpan at)
    {
        foreach (var lane in Lanes)
        {
            if (lane is EventLane { Kind: WaveKind.Glass } glass && glass.FirstAfter(at) is var count and > 0)
                return (IReadOnlyList<string>)glass.ContentOf(count - 1);
        }

        return null;
    }
}
