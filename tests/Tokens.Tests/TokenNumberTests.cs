namespace HilBench.Tokens.Tests;

public class TokenNumberTests
{
    [Fact]
    public void The_largest_number_is_2_to_the_66_less_one()
    {
        Assert.Equal("73786976294838206463", TokenNumber.Largest.ToString());
        Assert.Equal(TokenNumber.Largest, TokenNumber.Parse("73786976294838206463"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenNumber(UInt128.One << 66));
    }

    [Theory]
    [InlineData("73786976294838206464")]
    [InlineData("1234567890123456789")]
    [InlineData("1234 5678 9012 3456 7890")]
    [InlineData("")]
    public void Other_digits_are_refused_in_words(string digits)
    {
        Assert.False(TokenNumber.TryParse(digits, out var token));
        Assert.Equal(default, token);
        var error = Assert.Throws<FormatException>(() => TokenNumber.Parse(digits));
        Assert.Equal($"a token has 20 digits and is at most 73786976294838206463, not \"{digits}\"", error.Message);
    }

    [Fact]
    public void A_receipt_shows_five_groups_of_four() =>
        Assert.Equal("0123 4567 8901 2345 6789", TokenNumber.Parse("01234567890123456789").ToGroups());

    [Fact]
    public void Numbers_are_ordered_by_value() =>
        Assert.Equal([new(1), new(2)], new TokenNumber[] { new(2), new(1) }.Order());

    [Theory]
    [InlineData(16, 0UL, "subClass")]
    [InlineData(-1, 0UL, "subClass")]
    [InlineData(0, 1UL << 44, "data44")]
    public void A_clear_token_holds_no_more_than_its_bits(int subClass, ulong data, string named) =>
        Assert.Equal(named, Assert.Throws<ArgumentOutOfRangeException>(
            () => new ClearToken(TokenClass.Credit, subClass, data)).ParamName);

    [Fact]
    public void The_reserved_class_is_never_written()
    {
        var reserved = new ClearToken(TokenClass.Reserved, 0, 0);
        var error = Assert.Throws<ArgumentException>(
            () => TokenWriter.Write(reserved, DecoderKey.Ea07(1), StaTables.Sample));

        Assert.StartsWith("Class 3 is reserved: no token has it.", error.Message, StringComparison.Ordinal);
    }
}
