using System.Globalization;
using HilBench.Input;

namespace HilBench.Scenarios.World;

/// <summary>Dates and times as features write them; all of them are UTC.</summary>
public static class UtcTime
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd"];

    public static DateTime Parse(string text) =>
        DateTime.TryParseExact(
            text, Forms, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new FormatException(CalendarSlip.Of(text)
                ?? $"a time must be written like \"2024-11-24 20:16\", not \"{Excerpt.Of(text)}\"");

    public static string Write(DateTime time) => time.ToString(Forms[0], CultureInfo.InvariantCulture);
}
