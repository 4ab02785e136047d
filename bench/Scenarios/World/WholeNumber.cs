using System.Globalization;

namespace HilBench.Scenarios.World;

/// <summary>A whole number of a sentence, within the limits of what it counts.</summary>
internal static class WholeNumber
{
    /// <summary>From here on digits stand in groups of three.</summary>
    private const int FirstInGroups = 10_000;

    /// <param name="text">As it was written.</param>
    /// <param name="least">The smallest that is allowed.</param>
    /// <param name="most">The largest.</param>
    /// <param name="rule">What is allowed, as a sentence around "1 to 10".</param>
    /// <param name="hint">What else there is to say; empty for nothing.</param>
    /// <exception cref="FormatException">It is outside of them; the message has both limits and the number.</exception>
    public static long Within(string text, long least, long most, Func<string, string> rule, string hint = "")
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        var more = hint.Length == 0 ? "" : "; " + hint;
        throw new FormatException($"{rule($"{Said(least)} to {Said(most)}")}, not {Said(text)}{more}");
    }

    /// <summary>A number as people read it; anything else as it was written.</summary>
    private static string Said(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Said(number)
            : $"\"{Excerpt.Of(text)}\"";

    private static string Said(decimal number) => number.ToString(
        Math.Abs(number) < FirstInGroups ? "0" : "#,0", CultureInfo.InvariantCulture);
}
