namespace HilBench.Tokens.Tests.Keys;

public class TariffIndexTests
{
    [Theory]
    [InlineData("00", 0)]
    [InlineData("07", 7)]
    [InlineData("90", 90)]
    [InlineData("99", 99)]
    public void Two_digits_are_read_and_printed_as_they_were(string text, int value)
    {
        Assert.True(TariffIndex.TryParse(text, out var index));
        Assert.Equal(new TariffIndex(value), index);
        Assert.Equal(text, TariffIndex.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("001")]
    [InlineData("x1")]
    [InlineData("1x")]
    public void Anything_but_two_digits_is_refused_in_words(string text)
    {
        Assert.False(TariffIndex.TryParse(text, out var index));
        Assert.Equal(default, index);
        var error = Assert.Throws<FormatException>(() => TariffIndex.Parse(text));
        Assert.Equal($"a tariff index has two digits, not \"{text}\"", error.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100)]
    [InlineData(255)]
    public void A_number_that_two_digits_cannot_spell_is_no_tariff_index(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TariffIndex(value));
        Assert.Null(TariffIndex.TryFrom(value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    public void The_bits_of_a_token_are_a_tariff_index_up_to_99(int value) =>
        Assert.Equal(new TariffIndex(value), TariffIndex.TryFrom(value));
}
