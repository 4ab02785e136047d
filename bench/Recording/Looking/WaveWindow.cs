namespace HilBench.Recording.Looking;

/// <summary>The part of a recording that a waveform picture shows: from the last deed to the end.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where the scenario ended.</param>
/// <param name="Wrong">When the step began that went wrong.</param>
internal sealed record WaveWindow(TimeSpan From, TimeSpan To, TimeSpan Wrong)
{
    /// <summary>Of more, one would see nothing but that time passed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    /// <summary>So much stands before the deed: one part in so many.</summary>
    private const int Lead = 25;

    public TimeSpan Length => To - From;

    /// <summary>The time before the window is part of it as what things were like when it began.</summary>
    public bool Holds(TimeSpan at) => at >= From && at <= To;

    /// <summary>Null when nothing happened.</summary>
    public static WaveWindow? Of(FlightRecording recording)
    {
        var to = recording.Length;
        if (to <= TimeSpan.Zero) return null;
        var from = recording.Calls.Where(IsDeed).Select(call => call.At).DefaultIfEmpty(TimeSpan.Zero).Max();
        from -= (to - from) / Lead;
        if (to - from < Shortest) from = to - Shortest;
        if (to - from > Longest) from = to - Longest;
        if (from < TimeSpan.Zero) from = TimeSpan.Zero;
        var wrong = recording.End?.Step is { } step
            ? recording.Events.Where(one => one.Step == step).Select(one => one.At).DefaultIfEmpty(to).Min() : to;
        return new WaveWindow(from, to, wrong < from ? from : wrong);
    }

    private static bool IsDeed(RigCall call) => call.Do is RigVerb.Press or RigVerb.PressFor or RigVerb.PressTogether
        or RigVerb.HoldDown or RigVerb.LetGo or RigVerb.MainsFail or RigVerb.MainsReturn
        or RigVerb.MainsCarries or RigVerb.Draw or RigVerb.Happen or RigVerb.Enter;
}
