using static HilBench.Rig.Tests.Vending.LineFixture;

namespace HilBench.Rig.Tests.Vending;

/// <summary>Decoding takes the digits of a slip as they stand on it.</summary>
public class WrittenTokenTests
{
    [Theory]
    [InlineData("1844 6744 0738 4377 2416")]
    [InlineData("1844-6744-0738-4377-2416")]
    [InlineData("1844.6744.0738.4377.2416")]
    [InlineData("1844\\u20136744\\u20130738\\u20134377\\u20132416")]
    [InlineData("1844\\u00a06744 0738\\n4377 2416.")]
    public void A_token_in_groups_is_read_as_the_token_it_is(string written)
    {
        var answer = Decode($$"""{"kind":"decode","token":"{{written}}"}""");

        Assert.False(answer.IsBad, answer.Json);
        Assert.Equal("""{"class":1,"sub":0,"control":"8","mfr":0}""", answer.Json);
    }

    [Fact]
    public void A_credit_token_in_groups_is_deciphered_as_without() =>
        Assert.Equal(
            Decode($$"""{"kind":"decode",{{Key}},"token":"44779810885424938232"}"""),
            Decode($$"""{"kind":"decode",{{Key}},"token":"4477-9810-8854-2493-8232"}"""));

    [Theory]
    [InlineData("1844 6744 0738 4377 241O", "token: a token has digits only")]
    [InlineData("1844_6744_0738_4377_2416", "token: a token has digits only")]
    [InlineData("1844 6744 0738 4377 241", "token: 19 digits, a token has 20")]
    [InlineData("1844 6744 0738 4377 24160", "token: 21 digits, a token has 20")]
    [InlineData("- -", "token: 0 digits, a token has 20")]
    public void What_is_no_token_in_groups_either_is_refused_with_the_reason(string written, string reason)
    {
        var answer = Decode($$"""{"kind":"decode","token":"{{written}}"}""");

        Assert.True(answer.IsBad);
        Assert.Equal(("FormatError", reason), (answer.Text("error"), answer.Text("reason")));
    }
}
