using HilBench.Meter.Tests.Fixture;

namespace HilBench.Meter.Tests;

public class EntryTextTests
{
    [Theory]
    [InlineData(4, "0123", "")]
    [InlineData(5, "0123 4", "")]
    [InlineData(12, "0123 4567 8901", "")]
    [InlineData(13, "0123 4567 8901", "2")]
    [InlineData(20, "0123 4567 8901", "2345 6789")]
    [InlineData(24, "0123 4567 8901", "2345 6789 0123")]
    [InlineData(60, "0123 4567 8901", "2345 6789 0123")]
    public void Digits_stand_in_groups_of_four_over_both_lines(int digits, string first, string second)
    {
        var text = Laid(digits, new DisplaySize(16, 2));
        Assert.Equal([first.PadRight(16), second.PadRight(16)], text.Lines);
    }

    [Fact]
    public void A_display_of_twenty_columns_has_room_for_four_groups_in_a_line()
    {
        var text = Laid(20, new DisplaySize(20, 4));
        Assert.Equal("0123 4567 8901 2345 ", text.Lines[0]);
        Assert.Equal("6789", text.Lines[1].TrimEnd());
        Assert.All(text.Lines, line => Assert.Equal(20, line.Length));
    }

    [Theory]
    [InlineData("1", "               1")]
    [InlineData("12345", "          1234-5")]
    [InlineData("12345678901234567890", "8-9012-3456-7890")]
    public void Digits_that_scroll_keep_the_newest_at_the_right(string digits, string line)
    {
        var style = new EntryStyle { Layout = EntryLayout.Scroll, Separator = '-' };
        Assert.Equal(line, Shown(digits, new DisplaySize(16, 2), style));
    }

    [Theory]
    [InlineData("1", " 1     1")]
    [InlineData("123456", " 6 34-56")]
    [InlineData("12345678901234567890", "20 -7890")]
    public void A_display_of_eight_characters_has_room_for_the_counter_and_the_newest_digits(string digits, string line)
    {
        var style = new EntryStyle { Layout = EntryLayout.Scroll, Separator = '-', Counts = true };
        Assert.Equal(line, Shown(digits, new DisplaySize(8, 1), style));
    }

    private static DisplayText Laid(int digits, DisplaySize size) =>
        TypedOn(size, new EntryStyle(), string.Concat(Enumerable.Range(0, digits).Select(i => (char)('0' + i % 10))));

    private static string Shown(string digits, DisplaySize size, EntryStyle style) =>
        TypedOn(size, style, digits).Lines[0];

    /// <summary>What a meter of this style shows after these keys.</summary>
    private static DisplayText TypedOn(DisplaySize size, EntryStyle style, string digits)
    {
        var meter = new MeterFixture(MeterProfile.Generic with { Display = size, Entry = style });
        meter.Keys(digits);
        return meter.Text;
    }
}
