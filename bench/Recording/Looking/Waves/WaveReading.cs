namespace HilBench.Recording.Looking.Waves;

/// <summary>What a reel says at one time.</summary>
/// <param name="At">When.</param>
/// <param name="Values">Of the lanes that were asked for, in their order.</param>
/// <param name="Glass">What stood on the display; null when nothing did yet.</param>
public sealed record WaveReading(
    TimeSpan At, IReadOnlyList<WaveValue> Values, IReadOnlyList<string>? Glass)
{
    public static WaveReading Of(WaveReel reel, TimeSpan at, IEnumerable<WaveLane> lanes) => new(
        at, [.. lanes.Select(lane => ValueOf(reel, lane, at))], reel.GlassAt(at));

    /// <summary>Of what has levels or bytes nothing is known outside the reel and in a gap.</summary>
    private static WaveValue ValueOf(WaveReel reel, WaveLane lane, TimeSpan at) =>
        lane.ValueAt(at) is { } value && (reel.Knows(at) || lane is EventLane { IsLasting: true })
            ? new WaveValue(lane, value.Text, value.Since) : new WaveValue(lane, null, null);
}

/// <summary>What a lane says: its level, or what happened last on it.</summary>
/// <param name="Text">Null when nothing is known or nothing was there yet.</param>
/// <param name="Since">When that began; null when it was so from the beginning.</param>
public readonly record struct WaveValue(WaveLane Lane, string? Text, TimeSpan? Since);
