namespace HilBench.Meter.Tests;

public class DisplayTextTests
{
    private static readonly DisplaySize Small = new(4, 2);

    [Theory]
    [InlineData("ab", "ab  |    ")]
    [InlineData("abcd", "abcd|    ")]
    [InlineData("abcde", "abcd|    ")]
    [InlineData("", "    |    ")]
    public void A_line_is_exactly_as_wide_as_the_display(string line, string laidOut) =>
        Assert.Equal(laidOut, DisplayText.Layout(Small, line).ToString());

    [Fact]
    public void Lines_without_room_are_left_out_and_texts_are_equal_by_what_they_show()
    {
        var text = DisplayText.Layout(Small, "a", "b", "c");

        Assert.Equal("a   |b   ", text.ToString());
        Assert.Equal(DisplayText.Layout(Small, "a ", "b"), text);
        Assert.Equal(DisplayText.Layout(Small, "a ", "b").GetHashCode(), text.GetHashCode());
        Assert.NotEqual(DisplayText.Layout(Small, "a"), text);
        Assert.False(text.Equals(null));
    }
}
