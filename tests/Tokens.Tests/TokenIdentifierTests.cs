using System.Globalization;

namespace HilBench.Tokens.Tests;

public class TokenIdentifierTests
{
    [Theory]
    [InlineData("2014-01-01T00:00:00", 0)]
    [InlineData("2014-01-01T00:00:59", 0)]
    [InlineData("2014-01-01T00:01:00", 2)]
    [InlineData("2014-01-01T00:01:59", 2)]
    [InlineData("2014-01-01T00:02:00", 2)]
    [InlineData("2014-01-02T00:00:30", 1440)]
    [InlineData("2014-01-02T00:01:30", 1442)]
    [InlineData("2045-11-24T20:15:59", 0xFFFFFF)]
    [InlineData("2045-11-24T20:16:00", 0)]
    public void Minutes_count_whole_and_00_01_of_each_day_is_reserved(string issued, int tid) =>
        Assert.Equal(new TokenIdentifier(tid), TokenIdentifier.From(Utc(issued), BaseDate.Year2014));

    [Fact]
    public void A_time_before_the_base_date_has_no_identifier() =>
        Assert.Equal("issued", Assert.Throws<ArgumentOutOfRangeException>(
            () => TokenIdentifier.From(Utc("2013-12-31T23:59:59"), BaseDate.Year2014)).ParamName);

    [Theory]
    [InlineData(-1)]
    [InlineData(0x1000000)]
    public void Twenty_four_bits_are_all_there_is(int value) =>
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => new TokenIdentifier(value)).ParamName);

    [Theory]
    [InlineData(0x00FFFF, 0x00, "65535")]
    [InlineData(0x010000, 0x01, "65536")]
    [InlineData(0xFFFFFF, 0xFF, "16777215")]
    public void The_high_byte_is_what_an_expiry_number_is_held_against(int value, int high, string printed)
    {
        var tid = new TokenIdentifier(value);

        Assert.Equal((high, printed), (tid.HighByte, tid.ToString()));
    }

    [Theory]
    [InlineData(BaseDate.Year1993, "2024-11-24T20:15:00")]
    [InlineData(BaseDate.Year2014, "2045-11-24T20:15:00")]
    [InlineData(BaseDate.Year2035, "2066-11-24T20:15:00")]
    public void The_last_minute_of_a_base_date_is_in_November(BaseDate baseDate, string last) =>
        Assert.Equal(Utc(last), new TokenIdentifier(TokenIdentifier.LargestValue).ToDateTime(baseDate));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    public void Identifiers_compare_like_their_minutes(int left, int right)
    {
        var (a, b) = (new TokenIdentifier(left), new TokenIdentifier(right));

        Assert.Equal((left < right, left > right), (a < b, a > b));
        Assert.Equal((left <= right, left >= right), (a <= b, a >= b));
        Assert.Equal(left.CompareTo(right), a.CompareTo(b));
    }

    [Theory]
    [InlineData(1993, true)]
    [InlineData(2014, true)]
    [InlineData(2035, true)]
    [InlineData(2013, false)]
    [InlineData(0, false)]
    public void Three_years_are_base_dates_and_no_other(int year, bool known)
    {
        Assert.Equal(known, BaseDates.TryFrom(year, out var baseDate));
        if (known) Assert.Equal(Utc($"{year}-01-01T00:00:00"), baseDate.Start());
    }

    private static DateTime Utc(string text) => DateTime.Parse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
