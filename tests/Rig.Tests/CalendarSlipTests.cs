using HilBench.Input;

namespace HilBench.Rig.Tests;

public sealed class CalendarSlipTests
{
    [Theory]
    [InlineData("2024-13-01 00:00", "there is no month 13: they are 01 to 12")]
    [InlineData("2024-00-01", "there is no month 00: they are 01 to 12")]
    [InlineData("2024-02-30 00:00", "there is no 30 February 2024: the month has 29 days")]
    [InlineData("2023-02-29T00:00", "there is no 29 February 2023: the month has 28 days")]
    [InlineData("2024-04-00", "there is no 0 April 2024: the month has 30 days")]
    [InlineData("2024-11-24 24:00", "there is no hour 24: they are 00 to 23")]
    [InlineData("2024-11-24T20:60", "there is no minute 60: they are 00 to 59")]
    [InlineData("2024-11-24T20:16:61Z", "there is no second 61: they are 00 to 59")]
    [InlineData("0000-01-01", "there is no year 0000")]
    [InlineData("2024-11-24 20:16", null)]
    [InlineData("24.11.2024", null)]
    [InlineData("2024-11-24 20:1", null)]
    [InlineData("", null)]
    public void A_day_that_no_calendar_has_is_told(string text, string? expected) =>
        Assert.Equal(expected, CalendarSlip.Of(text));
}
