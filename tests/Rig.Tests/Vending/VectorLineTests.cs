using HilBench.TestKit.Vectors;
using HilBench.Vending;
using static HilBench.Rig.Tests.Vending.LineFixture;

namespace HilBench.Rig.Tests.Vending;

/// <summary>Every published token through the lines an operator writes.</summary>
public class VectorLineTests
{
    public static TheoryData<string> Ids => [.. VectorFile.All.Where(IsAboutLines).Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_lines_answer_every_published_case_as_published(string id)
    {
        switch (VectorFile.All.Single(c => c.Id == id))
        {
            case CreditCase c: CheckCredit(c); break;
            case CurrencyCase c: CheckCurrency(c); break;
            case ManagementCase c: CheckManagement(c); break;
            case KeyChangeCase c: CheckSet(c); break;
            case TestTokenCase c: CheckTest(c); break;
            case NegativeCase c: CheckRefusal(c); break;
            default: Assert.Fail(id); break;
        }
    }

    private static bool IsAboutLines(VectorCase c) => c switch
    {
        NegativeCase { Meter: null } => false,
        NegativeCase { Expect: "CRCError" or "FunctionError" } n => n.Case != "water credit in electricity meter",
        NegativeCase n => n.Case == "class 3 reserved",
        KeyedCase or KeyChangeCase or TestTokenCase => true,
        _ => false,
    };

    private static void CheckCredit(CreditCase c)
    {
        var answer = Vend(
            $$"""{"kind":"credit",{{KeyOf(c.Key)}},"sub":{{c.Sub}},"rnd":{{c.Rnd}},{{When(c)}},"units":{{c.Units}}}""");
        CheckToken(c, answer);

        var said = Decode(DecodeRequest(c.Key, c.Token)).Fields();
        Assert.Equal(c.Rnd, said.GetProperty("rnd").GetInt32());
        Assert.True(said.GetProperty("units").GetInt64() >= c.Units);
    }

    private static void CheckCurrency(CurrencyCase c)
    {
        var answer = Vend(
            $$"""{"kind":"credit",{{KeyOf(c.Key)}},"sub":{{c.Sub}},{{When(c)}},"units":"{{c.Units}}"}""");
        CheckToken(c, answer);
        Assert.False(Decode(DecodeRequest(c.Key, c.Token)).Fields().TryGetProperty("rnd", out _));
    }

    private static void CheckManagement(ManagementCase c)
    {
        var fields = $$"""{{KeyOf(c.Key)}},"sub":{{c.Sub}},"rnd":{{c.Rnd}},{{When(c)}},"value":{{c.Value}}""";
        var answer = Vend($$"""{"kind":"management",{{fields}}}""");
        CheckToken(c, answer);
        Assert.Equal(c.Value, Decode(DecodeRequest(c.Key, c.Token)).Fields().GetProperty("value").GetInt32());
    }

    private static void CheckSet(KeyChangeCase c)
    {
        var three = c.ThreeTokens ? "true" : "false";
        var keys = $$"""
            "old":{{{KeyOf(c.Old)}}},"new":{{{KeyOf(c.New)}}}
            """;
        var answer = Vend(
            $$"""{"kind":"keychange",{{keys}},"ken":{{c.Ken}},"ro":{{c.Ro}},"threeTokens":{{three}}}""");
        Assert.Equal(
            c.Tokens, answer.Fields().GetProperty("tokens").EnumerateArray().Select(t => t.GetString()!));

        var first = Decode(DecodeRequest(c.Old, c.Tokens[0])).Fields();
        Assert.Equal((c.New.Krn, c.Ro), (first.GetProperty("krn").GetInt32(), first.GetProperty("ro").GetInt32()));
        Assert.Equal(c.New.Ti, Decode(DecodeRequest(c.Old, c.Tokens[1])).Text("ti"));
        if (c.ThreeTokens)
            Assert.Equal(c.New.Sgc, Decode(DecodeRequest(c.Old, c.Tokens[2])).Text("sgc"));
    }

    private static void CheckTest(TestTokenCase c)
    {
        var answer = Vend($$"""{"kind":"test","sub":{{c.Sub}},"control":"{{c.ControlHex}}","mfr":{{c.Mfr}}}""");
        Assert.Equal(c.Token, answer.Text("token"));

        var said = Decode($$"""{"kind":"decode","token":"{{c.Token}}"}""");
        Assert.Equal(c.Control, Hex.U64(said.Text("control")!));
        Assert.Equal(c.Mfr, said.Fields().GetProperty("mfr").GetInt32());
    }

    private static void CheckRefusal(NegativeCase c)
    {
        var answer = Decode(DecodeRequest(c.Meter!, c.Tokens[0]));
        Assert.Equal(c.Case == "class 3 reserved" ? "FormatError" : c.Expect, answer.Text("error"));
        Assert.False(answer.IsBad);
    }

    private static void CheckToken(KeyedCase c, LineAnswer answer)
    {
        Assert.Equal(c.Token, answer.Text("token"));
        Assert.Equal(c.Tid, answer.Fields().GetProperty("tid").GetInt32());
        Assert.Equal(c.DecoderKey, Vend($$"""{"kind":"key",{{KeyOf(c.Key)}}}""").Text("key"));

        var said = Decode(DecodeRequest(c.Key, c.Token)).Fields();
        Assert.Equal((c.Cls, c.Sub), (said.GetProperty("class").GetInt32(), said.GetProperty("sub").GetInt32()));
        Assert.Equal(c.Tid, said.GetProperty("tid").GetInt32());
    }

    private static string When(KeyedCase c) =>
        c.Issued is { } issued ? $"\"issued\":\"{issued:yyyy-MM-dd'T'HH:mm}\"" : $"\"tid\":{c.Tid}";
}
