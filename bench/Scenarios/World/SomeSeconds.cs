using System.Globalization;

namespace HilBench.Scenarios.World;

/// <summary>A time of a sentence that may have a fraction, to the millisecond.</summary>
internal static class SomeSeconds
{
    private const string TooFine = "is finer than the millisecond that the bench counts in";

    /// <exception cref="FormatException">It is outside the limits, or finer than a millisecond.</exception>
    public static TimeSpan Within(
        string text, decimal least, decimal most, Func<string, string> rule, string hint = "")
    {
        var isNumber = TryRead(text, out var seconds);
        if (isNumber && seconds >= least && seconds <= most)
            return Exact(seconds, TimeSpan.FromSeconds(1), text);
        var more = hint.Length == 0 ? "" : "; " + hint;
        var written = isNumber ? Said(seconds) : $"\"{Excerpt.Of(text)}\"";
        throw new FormatException($"{rule($"{Said(least)} to {Said(most)}")}, not {written}{more}");
    }

    /// <summary>So many units.</summary>
    /// <exception cref="FormatException">That is finer than a millisecond.</exception>
    public static TimeSpan Exact(decimal count, TimeSpan unit, string text)
    {
        var milliseconds = count * (unit.Ticks / TimeSpan.TicksPerMillisecond);
        return milliseconds == decimal.Truncate(milliseconds)
            ? TimeSpan.FromMilliseconds((long)milliseconds)
            : throw new FormatException($"{Excerpt.Of(text)} {TooFine}");
    }

    public static bool TryRead(string text, out decimal number) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static string Said(decimal number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);
}
