using System.Globalization;

namespace HilBench.History;

/// <summary>Times in the history: UTC, so written that their order is that of the text.</summary>
internal static class Moment
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Written(DateTime utc) => utc.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTime Read(string text) => DateTime.ParseExact(
        text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
