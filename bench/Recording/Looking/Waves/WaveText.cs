using System.Globalization;
using HilBench.Meter;

namespace HilBench.Recording.Looking.Waves;

/// <summary>Times and contents of lanes, in words.</summary>
public static class WaveText
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    /// <summary>A moment, to the last digit that the bench knows: <c>12.171 559 5 s</c>.</summary>
    public static string Moment(TimeSpan at)
    {
        var (ticks, sign) = (Math.Abs(at.Ticks), at < TimeSpan.Zero ? "-" : "");
        var (seconds, rest) = Math.DivRem(ticks, TimeSpan.TicksPerSecond);
        var digits = rest.ToString("0000000", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture,
            $"{sign}{seconds}.{digits[..3]} {digits[3..6]} {digits[6..]} s");
    }

    /// <summary>How long something takes, in the unit that fits.</summary>
    public static string Interval(TimeSpan time)
    {
        var ticks = Math.Abs(time.Ticks);
        return ticks >= TimeSpan.TicksPerSecond ? InSeconds(time)
            : ticks >= TimeSpan.TicksPerMillisecond ? InMilliseconds(time)
            : InMicroseconds(time);
    }

    /// <summary>How often something happens that happens again after this time; null for no time at all.</summary>
    public static string? PerSecond(TimeSpan time)
    {
        if (time == TimeSpan.Zero) return null;
        var often = TimeSpan.TicksPerSecond / (double)Math.Abs(time.Ticks);
        return often >= 1e6 ? Rounded(often / 1e6) + " MHz"
            : often >= 1e3 ? Rounded(often / 1e3) + " kHz"
            : Rounded(often) + " Hz";
    }

    internal static string InSeconds(TimeSpan time) => Unit(time, TimeSpan.TicksPerSecond) + " s";

    internal static string InMilliseconds(TimeSpan time) => Unit(time, TimeSpan.TicksPerMillisecond) + " ms";

    internal static string InMicroseconds(TimeSpan time) => Unit(time, TicksPerMicrosecond) + " µs";

    internal static string Of(object content, WaveKind kind) => content switch
    {
        string text => text,
        SentBytes sent => WireWords.Transfer(kind == WaveKind.Bus, sent.Traffic, sent.Bytes),
        MeterInput input => Words.Of(input),
        Effect effect => Words.Of(effect),
        IReadOnlyList<string> lines => Lines(lines),
        _ => "",
    };

    /// <summary>A picture in one line, without the blanks around its texts.</summary>
    private static string Lines(IEnumerable<string> lines) =>
        string.Join(" | ", lines.Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string Unit(TimeSpan time, long ticks) =>
        ((decimal)time.Ticks / ticks).ToString("0.#######", CultureInfo.InvariantCulture);

    /// <summary>Four digits say it.</summary>
    private static string Rounded(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
