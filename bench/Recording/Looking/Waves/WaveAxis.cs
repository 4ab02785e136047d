namespace HilBench.Recording.Looking.Waves;

/// <summary>The times below a view. Where they would be long they count from a round time at the left.</summary>
/// <param name="Base">From where the ticks count; null when it is the start of the rig.</param>
/// <param name="Ticks">In order.</param>
/// <param name="Width">Of the view, in pixels.</param>
public sealed record WaveAxis(string? Base, IReadOnlyList<WaveTick> Ticks, int Width)
{
    /// <summary>A label and the room around it.</summary>
    private const int PixelsApart = 80;

    public static WaveAxis Of(WaveFrame frame)
    {
        var parts = Math.Max(1, frame.Width / PixelsApart);
        var step = TimeSteps.AtLeast(new TimeSpan((frame.Length.Ticks + parts - 1) / parts));
        var from = BaseOf(frame.From, step);
        var ticks = new List<WaveTick>();
        var first = (long)Math.Ceiling((frame.From - from).Ticks / (double)step.Ticks);
        for (var at = from + (first * step); at <= frame.To; at += step)
            ticks.Add(new WaveTick(frame.PixelOf(at) ?? 0, Label(at - from, step, from != TimeSpan.Zero)));
        return new WaveAxis(from == TimeSpan.Zero ? null : WaveText.InSeconds(from), ticks, frame.Width);
    }

    /// <summary>Tenths of seconds count from the start, milliseconds from a second, less from a millisecond.</summary>
    private static TimeSpan BaseOf(TimeSpan from, TimeSpan step)
    {
        var round = step.Ticks >= TimeSpan.TicksPerSecond / 10 ? long.MaxValue
            : step.Ticks >= TimeSpan.TicksPerMillisecond / 10 ? TimeSpan.TicksPerSecond
            : TimeSpan.TicksPerMillisecond;
        return new TimeSpan(Math.Max(0, from.Ticks) / round * round);
    }

    private static string Label(TimeSpan at, TimeSpan step, bool isCounted)
    {
        var text = step.Ticks >= TimeSpan.TicksPerSecond / 10 ? WaveText.InSeconds(at)
            : step.Ticks >= TimeSpan.TicksPerMillisecond / 10 ? WaveText.InMilliseconds(at)
            : WaveText.InMicroseconds(at);
        return isCounted && at >= TimeSpan.Zero ? "+" + text : text;
    }
}

/// <summary>One time below a view.</summary>
/// <param name="X">From the left, in pixels.</param>
public readonly record struct WaveTick(double X, string Label);
