using CsCheck;
using static HilBench.Rig.Tests.Vending.LineFixture;

namespace HilBench.Rig.Tests.Vending;

/// <summary>A wrong line gets an answer that says what is wrong and where.</summary>
public class BadLineTests
{
    private const string Credit = "\"kind\":\"credit\"," + Key;
    private const string Issued = "\"issued\":\"2004-03-01T13:00\"";

    [Theory]
    [InlineData("", "the line is empty")]
    [InlineData("{", "not JSON, near byte 2")]
    [InlineData("[1]", "a line is one JSON object in braces")]
    [InlineData("""{"kind":"key","kind":"key"}""", "kind: given twice")]
    [InlineData("""{"knid":"key"}""", "knid: unknown field, did you mean kind?")]
    [InlineData("""{"kind":"keychaneg"}""", "kind: unknown, did you mean keychange?")]
    [InlineData("""{"kind":"decode"}""", "kind: decode lines go to hilbench decode")]
    [InlineData("""{"kind":"test","sub":0,"contorl":"8"}""", "contorl: unknown field, did you mean control?")]
    [InlineData("""{"kind":"test","sub":0,"control":"1000000000"}""", "control: must be hex digits, at most fffffffff")]
    [InlineData("""{"kind":"test","sub":2,"control":"8","mfr":1}""", "mfr: 1 is out of range, 0 to 0 are allowed")]
    [InlineData("""{"kind":"key","ea":"7"}""", "ea: must be a whole number, 0 to 99")]
    [InlineData("""{"kind":"key","ea":9}""", "ea: EA09 (DES) is withdrawn; 7 or 11 are allowed")]
    [InlineData("""{"kind":"key","ea":7,"dkga":1}""", "dkga: DKGA01 is withdrawn; 2, 3 or 4 are allowed")]
    public void A_vend_line_is_refused_with_the_field_and_the_reason(string line, string error) =>
        AssertError(error, line);

    [Theory]
    [InlineData(
        "600727000000000009", "600727000000000008",
        "pan: PAN 600727000000000008: its check digit must be 9, not 8")]
    [InlineData("abababababababab", "abababababababa", "vk: a vending key has 16, 32 or 40 hex digits, not 15")]
    [InlineData(
        "abababababababab", "ababababababababcdcdcdcdcdcdcdcd",
        "vk: DKGA02 takes a vending key of 64 bits (16 hex digits), not 128")]
    [InlineData("\"ea\":7", "\"ea\":11", "ea: DKGA02 makes 64-bit keys, EA11 needs 128: use DKGA04")]
    [InlineData("\"krn\":1", "\"krn\":10", "krn: 10 is out of range, 1 to 9 are allowed")]
    [InlineData("1993", "1994", "base: must be 1993, 2014 or 2035")]
    [InlineData("\"123456\"", "\"12345\"", "sgc: must be six digits")]
    public void A_key_field_is_refused_by_name(string good, string bad, string error) =>
        AssertError(error, $$"""{"kind":"key",{{Key.Replace(good, bad, StringComparison.Ordinal)}}}""");

    [Theory]
    [InlineData("\"sub\":0,\"rnd\":5,\"units\":1", "issued: missing (or give tid)")]
    [InlineData("\"sub\":0,\"rnd\":5,\"units\":1,\"tid\":1," + Issued, "issued: give issued or tid, not both")]
    [InlineData("\"sub\":0,\"rnd\":16,\"units\":1," + Issued, "rnd: 16 is out of range, 0 to 15 are allowed")]
    [InlineData(
        "\"sub\":4,\"rnd\":1,\"units\":\"1\"," + Issued,
        "rnd: a currency token has none: its sign and exponent stand there")]
    [InlineData(
        "\"sub\":0,\"rnd\":5,\"units\":18201625," + Issued,
        "units: 18201625 is out of range, 0 to 18201624 are allowed")]
    [InlineData(
        "\"sub\":0,\"rnd\":5,\"units\":1,\"issued\":\"1992-12-31T23:59\"",
        "issued: is before the base date 1993")]
    [InlineData(
        "\"sub\":0,\"rnd\":5,\"units\":1,\"issued\":\"yesterday\"",
        "issued: must be a UTC minute such as 2004-03-01T13:00")]
    [InlineData(
        "\"sub\":0,\"rnd\":5,\"units\":1,\"ken\":88," + Issued,
        "ken: the vending key expired: KEN 88 is below 89 of TID 5871660")]
    public void A_credit_line_is_refused_by_name(string rest, string error) =>
        AssertError(error, $$"""{{{Credit}},{{rest}}}""");

    [Fact]
    public void A_key_expiry_equal_to_the_high_byte_of_the_TID_still_sells() =>
        Assert.False(Vend($$"""{{{Credit}},"sub":0,"rnd":5,"units":1,"ken":89,{{Issued}}}""").IsBad);

    [Theory]
    [InlineData("1844674407384377241", "token: 19 digits, a token has 20")]
    [InlineData("1844674407384377241x", "token: a token has digits only")]
    [InlineData("73786976294838206464", "token: above 73786976294838206463, the largest 66-bit number")]
    public void Digits_that_are_no_token_are_a_format_error_with_its_reason(string digits, string reason)
    {
        var answer = Decode($$"""{"kind":"decode",{{Key}},"token":"{{digits}}"}""");

        Assert.True(answer.IsBad);
        Assert.Equal(("FormatError", reason), (answer.Text("error"), answer.Text("reason")));
    }

    [Fact]
    public void No_vending_key_is_repeated_in_an_answer()
    {
        const string secret = "deadbeefdeadbeefdeadbeef";
        var answer = Vend($$"""{"kind":"key",{{Key.Replace("abababababababab", secret, StringComparison.Ordinal)}}}""");

        Assert.True(answer.IsBad);
        Assert.DoesNotContain("dead", answer.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void No_damage_to_a_good_line_makes_an_answerer_throw()
    {
        var good = $$"""{{{Credit}},"sub":0,"rnd":5,"units":1,{{Issued}}}""";
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 6], Gen.String[0, 4]).Sample((at, length, insert) =>
        {
            var line = good.Remove(at, Math.Min(length, good.Length - at)).Insert(at, insert);
            Assert.StartsWith("{", Vend(line).Json, StringComparison.Ordinal);
            Assert.StartsWith("{", Decode(line).Json, StringComparison.Ordinal);
        });
    }

    private static void AssertError(string error, string line)
    {
        var answer = Vend(line);

        Assert.True(answer.IsBad);
        Assert.Equal(error, answer.Text("error"));
    }
}
