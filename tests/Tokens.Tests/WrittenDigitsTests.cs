using CsCheck;

namespace HilBench.Tokens.Tests;

/// <summary>A token is taken from a slip as people write, type or paste it.</summary>
public class WrittenDigitsTests
{
    private const string Digits = "18446744073843772416";

    /// <summary>Blanks, hyphens and dashes, dots, and what messages and web pages carry unseen.</summary>
    private const string Separators =
        " \t\n\r\u00A0\u2007\u2009\u202F\u3000" + "-\u2010\u2011\u2012\u2013\u2014\u2212" + ".\u00B7"
        + "\u00AD\u200B\u200E\u2060\uFEFF";

    [Theory]
    [InlineData("1844 6744 0738 4377 2416")]
    [InlineData("1844-6744-0738-4377-2416")]
    [InlineData("1844.6744.0738.4377.2416")]
    [InlineData("1844–6744–0738–4377–2416")]
    [InlineData("1844\u00A06744\u00A00738\u00A04377\u00A02416")]
    [InlineData(" 1844 - 6744 - 0738 - 4377 - 2416.\r\n")]
    [InlineData("\u200E1844\u200B6744 0738 4377 2416")]
    [InlineData(Digits)]
    public void Groups_are_for_the_eye(string written) => Assert.Equal(Digits, WrittenDigits.Of(written));

    [Theory]
    [InlineData("1844 6744 0738 4377 241O", "184467440738437724" + "1O")]
    [InlineData("1844_6744", "1844_6744")]
    [InlineData("1844,6744", "1844,6744")]
    [InlineData("1844/6744", "1844/6744")]
    [InlineData("+1844", "+1844")]
    [InlineData("12*#", "12*#")]
    [InlineData("١٨٤٤ 6744", "١٨٤٤6744")]
    public void What_is_no_digit_and_no_separator_stays_to_be_refused(string written, string left) =>
        Assert.Equal(left, WrittenDigits.Of(written));

    [Fact]
    public void No_separator_anywhere_changes_a_digit() =>
        Gen.Select(Gen.Char["0123456789"].Array[0, 30], Gen.Char[Separators].Array[0, 30], Gen.Int)
            .Sample((digits, separators, seed) =>
            {
                var random = new Random(seed);
                var mixed = new List<char>(digits);
                foreach (var separator in separators) mixed.Insert(random.Next(mixed.Count + 1), separator);
                Assert.Equal(new string(digits), WrittenDigits.Of(string.Concat(mixed)));
            });
}
