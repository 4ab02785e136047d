namespace HilBench.Tokens.Tests.Keys;

public class VendingKeyTests
{
    [Theory]
    [InlineData("0123456789abcdef", 64)]
    [InlineData("0123456789ABCDEF0123456789abcdef", 128)]
    [InlineData("0123456789abcdef0123456789abcdef01234567", 160)]
    public void Hex_digits_of_either_case_are_a_key_that_prints_its_size_only(string hex, int bits)
    {
        Assert.True(VendingKey.TryParse(hex, out var key, out var reason));
        Assert.Null(reason);
        Assert.Equal((bits, $"{bits}-bit vending key"), (key!.Bits, key.ToString()));
        Assert.Equal(Convert.FromHexString(hex), key.Bytes);
        Assert.True(key.SameAs(VendingKey.Parse(hex.ToUpperInvariant())));
        Assert.False(key.SameAs(VendingKey.Parse("f" + hex[1..])));
    }

    [Theory]
    [InlineData("", "a vending key has 16, 32 or 40 hex digits, not 0")]
    [InlineData("0123456789abcde", "a vending key has 16, 32 or 40 hex digits, not 15")]
    [InlineData("0123456789abcdef0", "a vending key has 16, 32 or 40 hex digits, not 17")]
    [InlineData("0123456789abcdeg", "a vending key has hex digits only")]
    [InlineData(" 123456789abcdef", "a vending key has hex digits only")]
    public void Anything_else_is_refused_with_the_reason(string hex, string expected)
    {
        Assert.False(VendingKey.TryParse(hex, out var key, out var reason));
        Assert.Null(key);
        Assert.Equal(expected, reason);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => VendingKey.Parse(hex)).Message);
    }
}
