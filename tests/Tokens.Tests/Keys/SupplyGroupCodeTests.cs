namespace HilBench.Tokens.Tests.Keys;

public class SupplyGroupCodeTests
{
    [Theory]
    [InlineData("000000", 0)]
    [InlineData("000042", 42)]
    [InlineData("999999", 999_999)]
    public void Six_digits_are_read_and_printed_as_they_were(string text, int value)
    {
        Assert.True(SupplyGroupCode.TryParse(text, out var code));
        Assert.Equal(new SupplyGroupCode(value), code);
        Assert.Equal(text, SupplyGroupCode.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345x")]
    [InlineData("-12345")]
    [InlineData("12345٣")]
    public void Anything_but_six_digits_is_refused_in_words(string text)
    {
        Assert.False(SupplyGroupCode.TryParse(text, out var code));
        Assert.Equal(default, code);
        var error = Assert.Throws<FormatException>(() => SupplyGroupCode.Parse(text));
        Assert.Equal($"a supply group has six digits, not \"{text}\"", error.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    public void A_number_that_six_digits_cannot_spell_is_no_supply_group(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SupplyGroupCode(value));
        Assert.Null(SupplyGroupCode.TryFrom(value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(999_999)]
    public void The_bits_of_a_token_are_a_supply_group_up_to_999999(int value) =>
        Assert.Equal(new SupplyGroupCode(value), SupplyGroupCode.TryFrom(value));
}
