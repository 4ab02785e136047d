using System.Text.Json;
using HilBench.Cli.Tests.Fixture;
using HilBench.TestKit.Vectors;
using static HilBench.Cli.Tests.Fixture.Samples;

namespace HilBench.Cli.Tests;

public sealed class VendCommandTests : TempFolder
{
    private const string Credit = "{\"kind\":\"credit\"," + Key + ",\"sub\":0,\"rnd\":5,\"units\":1,";

    [Fact]
    public void The_lines_of_the_contract_are_answered_as_it_says()
    {
        var said = Feed(
            $$"""
            {"kind":"key",{{Key}}}
            {{Credit}}"issued":"2004-03-01T13:00"}
            {{TestLine}}
            {{Credit}}"tid":5871660}

            """,
            "vend");
        Assert.Equal(
            """
            {"key":"e653341f9d5bf36f"}
            {"token":"44779810885424938232","tid":5871660}
            {"token":"18446744073843772416"}
            {"token":"44779810885424938232","tid":5871660}

            """,
            said.Out);
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
    }

    [Fact]
    public void Every_published_credit_token_is_sold_in_order()
    {
        var cases = VectorFile.All.OfType<CreditCase>().ToArray();
        Assert.NotEmpty(cases);
        Write("requests.jsonl", string.Concat(cases.Select(c => Request(c) + "\n")));
        var said = Run("vend", "--requests", "requests.jsonl");
        Assert.Equal(cases.Select(c => c.Token), said.OutLines.Select(line => Text(line, "token")));
        Assert.Equal(0, said.ExitCode);
    }

    [Fact]
    public void A_wrong_line_is_answered_by_an_error_and_harms_no_other()
    {
        string[] wrong =
        [
            "", "{", """{"knid":"test"}""", TestLine.Replace("control", "contorl"),
            Credit.Replace("abababababababab", "abababababababa") + "\"tid\":1}",
            Credit.Replace("000009", "000008") + "\"tid\":1}",
            Credit.Replace("\"units\":1", "\"units\":1e400") + "\"tid\":1}",
            "\u0000", "\uFFFD[]", new string('[', 5000),
        ];
        var said = Feed(string.Concat(wrong.Select(line => $"{line}\n{TestLine}\n")), "vend");
        Assert.Equal((2, ""), (said.ExitCode, said.Error));
        Assert.Equal(wrong.Length * 2, said.OutLines.Count);
        Assert.All(said.OutLines.Where((_, index) => index % 2 == 1), line => Assert.Contains(TestToken, line));
        string[] errors = [.. said.OutLines.Where((_, index) => index % 2 == 0).Select(line => Text(line, "error"))];
        Assert.Equal("the line is empty", errors[0]);
        Assert.Equal("not JSON, near byte 2", errors[1]);
        Assert.Equal("knid: unknown field, did you mean kind?", errors[2]);
        Assert.Equal("contorl: unknown field, did you mean control?", errors[3]);
        Assert.Equal("vk: a vending key has 16, 32 or 40 hex digits, not 15", errors[4]);
        Assert.Equal("pan: PAN 600727000000000008: its check digit must be 9, not 8", errors[5]);
        Assert.Equal("units: must be a whole number, 0 to 18201624", errors[6]);
    }

    [Fact]
    public void Tables_of_a_laboratory_make_other_tokens()
    {
        var numbers = (int size) => string.Join(',', Enumerable.Range(0, size).Reverse());
        Write("own.json", $$"""{"sub1":[{{numbers(16)}}],"sub2":[{{numbers(16)}}],"perm":[{{numbers(64)}}]}""");
        var request = Credit + "\"tid\":5871660}";
        var sold = Text(Feed(request, "vend", "--sta-tables", "own.json").OutLines[0], "token");
        Assert.NotEqual("44779810885424938232", sold);

        var decode = $$"""{"kind":"decode",{{Key}},"token":"{{sold}}"}""";
        Assert.Contains("\"tid\":5871660", Feed(decode, "decode", "--sta-tables", "own.json").Out);
        Assert.DoesNotContain("5871660", Feed(decode, "decode").Out);
    }

    private static string Request(CreditCase c)
    {
        var k = c.Key;
        var when = c.Issued is { } issued ? $"\"issued\":\"{issued:yyyy-MM-dd'T'HH:mm}\"" : $"\"tid\":{c.Tid}";
        return $$"""
            {"kind":"credit","ea":{{k.Ea}},"dkga":{{k.Dkga}},"vk":"{{k.Vk}}","pan":"{{k.Pan}}","sgc":"{{k.Sgc}}",
            """.TrimEnd() + $$"""
            "ti":"{{k.Ti}}","krn":{{k.Krn}},"kt":{{k.Kt}},"base":{{k.Base}},"sub":{{c.Sub}},"rnd":{{c.Rnd}},{{when}},
            """.TrimEnd() + $"\"units\":{c.Units}}}";
    }

    private static string Text(string json, string name) =>
        JsonElement.Parse(json).GetProperty(name).GetString()!;
}
