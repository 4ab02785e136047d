using System.Globalization;
using System.Text.RegularExpressions;

namespace HilBench.Input;

/// <summary>A time that is written as it should be, on a day or at an hour that no calendar has.</summary>
public static partial class CalendarSlip
{
    /// <summary>What there is not, such as "there is no month 13"; null when the time is written otherwise.</summary>
    public static string? Of(string text)
    {
        if (Written().Match(text) is not { Success: true } match) return null;
        int Part(string name) => match.Groups[name].Success
            ? int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        var (year, month, day) = (Part("year"), Part("month"), Part("day"));
        if (year == 0) return "there is no year 0000";
        if (month is < 1 or > 12) return $"there is no month {month:00}: they are 01 to 12";
        var days = DateTime.DaysInMonth(year, month);
        if (day < 1 || day > days)
        {
            var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
            return $"there is no {day} {name} {year}: the month has {days} days";
        }

        return Part("hour") > 23 ? $"there is no hour {Part("hour")}: they are 00 to 23"
            : Part("minute") > 59 ? $"there is no minute {Part("minute")}: they are 00 to 59"
            : Part("second") > 59 ? $"there is no second {Part("second")}: they are 00 to 59"
            : null;
    }

    [GeneratedRegex(
        "^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})"
        + "([T ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2}))?Z?)?$")]
    private static partial Regex Written();
}
