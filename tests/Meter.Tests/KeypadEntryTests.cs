namespace HilBench.Meter.Tests;

public class KeypadEntryTests
{
    [Fact]
    public void Twenty_digits_are_a_whole_token_and_nineteen_or_twenty_one_are_not()
    {
        Assert.False(Of(19).IsWholeToken);
        Assert.True(Of(20).IsWholeToken);
        Assert.False(Of(21).IsWholeToken);
    }

    [Fact]
    public void Backspace_takes_the_newest_digit_and_on_nothing_does_nothing()
    {
        Assert.Equal("12", KeypadEntry.Empty.Typed('1').Typed('2').Typed('3').Backspaced().Digits);
        Assert.Equal(KeypadEntry.Empty, KeypadEntry.Empty.Backspaced());
    }

    [Fact]
    public void A_digit_too_many_can_be_taken_back()
    {
        Assert.True(Of(23).Backspaced().Backspaced().Backspaced().IsWholeToken);
    }

    [Theory]
    [InlineData(0, "", "")]
    [InlineData(4, "0123", "")]
    [InlineData(5, "0123 4", "")]
    [InlineData(12, "0123 4567 8901", "")]
    [InlineData(13, "0123 4567 8901", "2")]
    [InlineData(20, "0123 4567 8901", "2345 6789")]
    [InlineData(24, "0123 4567 8901", "2345 6789 0123")]
    [InlineData(60, "0123 4567 8901", "2345 6789 0123")]
    public void Digits_stand_in_groups_of_four_over_both_lines(int digits, string first, string second)
    {
        var text = Of(digits).Layout(new DisplaySize(16, 2));
        Assert.Equal([first.PadRight(16), second.PadRight(16)], text.Lines);
    }

    [Fact]
    public void A_display_of_twenty_columns_has_room_for_four_groups_in_a_line()
    {
        var text = Of(20).Layout(new DisplaySize(20, 4));
        Assert.Equal("0123 4567 8901 2345 ", text.Lines[0]);
        Assert.Equal("6789", text.Lines[1].TrimEnd());
        Assert.All(text.Lines, line => Assert.Equal(20, line.Length));
    }

    private static KeypadEntry Of(int digits) =>
        Enumerable.Range(0, digits).Aggregate(KeypadEntry.Empty, (entry, i) => entry.Typed((char)('0' + i % 10)));
}
