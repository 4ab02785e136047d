using HilBench.Cli.Tests.Fixture;
using static HilBench.Cli.Tests.Fixture.Samples;

namespace HilBench.Cli.Tests;

public sealed class DecodeCommandTests : TempFolder
{
    [Fact]
    public void Tokens_say_what_they_are_and_refusals_say_why()
    {
        (string Token, string Answer)[] lines =
        [
            (
                "44779810885424938232",
                """{"class":0,"sub":0,"rnd":5,"tid":5871660,"issued":"2004-03-01T13:00","units":1}"""),
            ("44779810885424938233", """{"error":"CRCError"}"""),
            (TestToken, """{"class":1,"sub":0,"control":"8","mfr":0}"""),
            (
                "73786976294838206463",
                """{"error":"FormatError","reason":"token: class 3 is not a class of token; allowed: 0, 1, 2"}"""),
        ];
        var said = Feed(string.Concat(lines.Select(line => Request(line.Token) + "\n")), "decode");
        Assert.Equal(lines.Select(line => line.Answer), said.OutLines);
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
    }

    [Fact]
    public void What_is_no_token_is_a_bad_line_and_harms_no_other()
    {
        (string Line, string Answer)[] lines =
        [
            (Request("4477981088542493823"), Malformed("19 digits, a token has 20")),
            (Request("447798108854249382321"), Malformed("21 digits, a token has 20")),
            (Request(""), Malformed("0 digits, a token has 20")),
            (Request("4477981088542493823O"), Malformed("a token has digits only")),
            (Request("٤٤٧٧٩٨١٠٨٨٥٤٢٤٩٣٨٢٣٢"), Malformed("a token has digits only")),
            (
                Request("73786976294838206464"),
                Malformed("above 73786976294838206463, the largest 66-bit number")),
            (Request(TestToken).Replace("token", "tokne"), """{"error":"tokne: unknown field, did you mean token?"}"""),
            (
                Request(TestToken).Replace("\"abababababababab\"", "\"ab\""),
                """{"error":"vk: a vending key has 16, 32 or 40 hex digits, not 2"}"""),
            (
                """{"kind":"credit"}""",
                """{"error":"kind: \"credit\" is not a decode line; hilbench decode takes only kind decode"}"""),
            (Request(TestToken), """{"class":1,"sub":0,"control":"8","mfr":0}"""),
        ];
        var said = Feed(string.Concat(lines.Select(line => line.Line + "\n")), "decode");
        Assert.Equal(lines.Select(line => line.Answer), said.OutLines);
        Assert.Equal((2, ""), (said.ExitCode, said.Error));
    }

    [Fact]
    public void One_malformed_token_alone_makes_exit_code_2()
    {
        var said = Feed(Request("73786976294838206464"), "decode");
        Assert.Equal((2, 1), (said.ExitCode, said.OutLines.Count));
    }

    private static string Request(string token) => $$"""{"kind":"decode",{{Key}},"token":"{{token}}"}""";

    private static string Malformed(string why) => $$"""{"error":"FormatError","reason":"token: {{why}}"}""";
}
