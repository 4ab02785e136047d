using CsCheck;

namespace HilBench.Tokens.Tests.Properties;

/// <summary>Digits and numbers.</summary>
public class NumberProperties
{
    [Fact]
    public void Every_66_bit_number_is_written_and_read_as_the_same_20_digits() =>
        TokenGen.Bits66.Sample(bits =>
        {
            var number = new TokenNumber(bits);
            var digits = number.ToString();
            Assert.Equal(TokenNumber.DigitCount, digits.Length);
            Assert.True(TokenNumber.TryParse(digits, out var parsed));
            Assert.Equal(number, parsed);
            Assert.Equal(digits, number.ToGroups().Replace(" ", "", StringComparison.Ordinal));
        });

    [Fact]
    public void Class_insertion_is_undone_by_taking_the_class_out() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 3]).Sample((block, tokenClass) =>
        {
            var number = TokenNumber.FromBlock((TokenClass)tokenClass, block);
            Assert.Equal((TokenClass)tokenClass, number.Class);
            Assert.Equal(block, number.Block);
        });

    [Fact]
    public void Twenty_digits_are_a_token_exactly_when_they_spell_less_than_2_to_the_66() =>
        Gen.Char["0123456789"].Array[20].Select(chars => new string(chars)).Sample(digits =>
            Assert.Equal(UInt128.Parse(digits) < UInt128.One << 66, TokenNumber.TryParse(digits, out _)));

    [Fact]
    public void Anything_but_20_digits_is_no_token() =>
        Gen.Char["0123456789 -+x٣"].Array[0, 25].Select(chars => new string(chars)).Sample(text =>
        {
            var isToken = text.Length == 20 && text.All(char.IsAsciiDigit) && UInt128.Parse(text) >> 66 == 0;
            Assert.Equal(isToken, TokenNumber.TryParse(text, out _));
        });
}
