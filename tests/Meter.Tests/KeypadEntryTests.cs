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

    [Fact]
    public void Beyond_ninety_nine_digits_are_only_too_many()
    {
        Assert.Equal(99, Of(99).Digits.Length);
        Assert.Equal(Of(99), Of(150));
    }

    private static KeypadEntry Of(int digits) =>
        Enumerable.Range(0, digits).Aggregate(KeypadEntry.Empty, (entry, i) => entry.Typed((char)('0' + i % 10)));
}
