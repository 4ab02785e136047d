using CsCheck;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.World;

/// <summary>Keys, digits and times as features write them.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("1 2 * #", "12*#")]
    [InlineData("0123456789*#", "0123456789*#")]
    [InlineData(" 5 ", "5")]
    public void Keys_are_pressed_in_their_order_and_blanks_are_for_the_eye(string text, string keys) =>
        Assert.Equal(keys, KeySequence.Of(text).Keys);

    [Theory]
    [InlineData("", "the text has no key to press: write it like \"1 2 #\"")]
    [InlineData("  ", "the text has no key to press: write it like \"1 2 #\"")]
    [InlineData("12a", "a keypad has the keys 0 to 9, *, # and i, not \"a\" as in \"12a\"")]
    [InlineData("1-2", "a keypad has the keys 0 to 9, *, # and i, not \"-\" as in \"1-2\"")]
    [InlineData("1\t2", "a keypad has the keys 0 to 9, *, # and i, not \"\\t\" as in \"1\\t2\"")]
    [InlineData("١", "a keypad has the keys 0 to 9, *, # and i, not \"١\"")]
    public void A_key_that_is_not_on_the_pad_is_refused_with_those_that_are(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => KeySequence.Of(text)).Message);

    [Fact]
    public void Digits_are_typed_without_their_blanks() =>
        Assert.Equal("18446744073843772416", TypedDigits.Of("1844 6744 0738 4377 2416").Digits);

    [Theory]
    [InlineData("", "the text has no digit to key in")]
    [InlineData(" ", "the text has no digit to key in")]
    [InlineData("12#", "only digits, with blanks between them, can be keyed in, not \"#\" as in \"12#\"")]
    [InlineData("12.3", "only digits, with blanks between them, can be keyed in, not \".\" as in \"12.3\"")]
    [InlineData("١٢", "only digits, with blanks between them, can be keyed in, not \"١\" as in \"١٢\"")]
    public void What_is_no_digit_cannot_be_keyed_in(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => TypedDigits.Of(text)).Message);

    [Theory]
    [InlineData("2024-11-24 20:16", "2024-11-24T20:16:00.0000000Z")]
    [InlineData("2024-11-24 20:16:59", "2024-11-24T20:16:59.0000000Z")]
    [InlineData("2024-11-24T20:16", "2024-11-24T20:16:00.0000000Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000Z")]
    public void A_time_is_UTC(string text, string time) =>
        Assert.Equal(time, UtcTime.Parse(text).ToString("O"));

    [Theory]
    [InlineData("")]
    [InlineData("24.11.2024")]
    [InlineData("2024-11-24 20:16 +01:00")]
    [InlineData("2024-1-1")]
    public void What_is_no_time_is_refused_with_an_example(string text) => Assert.Equal(
        $"a time must be written like \"2024-11-24 20:16\", not \"{text}\"",
        Assert.Throws<FormatException>(() => UtcTime.Parse(text)).Message);

    [Fact]
    public void A_minute_is_written_as_it_is_read() => Gen.Int[0, 40_000_000].Sample(minutes =>
    {
        var time = new DateTime(1993, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes);
        return UtcTime.Parse(UtcTime.Write(time)) == time;
    });
}
