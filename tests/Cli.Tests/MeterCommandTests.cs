using System.Text.Json;
using HilBench.Cli.Tests.Fixture;
using static HilBench.Cli.Tests.Fixture.Samples;

namespace HilBench.Cli.Tests;

public sealed class MeterCommandTests : TempFolder
{
    private const string Rest =
        "\"krn\":1,\"ti\":\"01\",\"sgc\":\"123456\",\"keyCheck\":\"149dc1\",\"loadSwitch\":\"closed\"}";

    private static readonly (string Line, string Answer)[] Day =
    [
        (MeterLine, Answer("null", "50.0 kWh", "", 500)),
        ("""{"keys":"804"}""", Answer("null", "804", "", 500)),
        ("""{"keys":"*** 12 3#"}""", Answer("\"FormatError\"", "Incomplete", "", 500)),
        ("""{"token":"44779810885424938232"}""", Answer("\"Accept\"", "Accept", "", 501)),
        ("""{"token":"44779810885424938232"}""", Answer("\"UsedError\"", "Used", "", 501)),
        ("""{"token":"44779810885424938233"}""", Answer("\"CRCError\"", "Reject", "", 501)),
        ($$"""{"token":"{{TestToken}}"}""", Answer("\"Accept\"", "Accept", "1", 501)),
        ("""{"token":"4477981088542493823"}""", Answer("\"FormatError\"", "Incomplete", "", 501)),
        ("""{"token":"4477981088542493823x"}""", Answer("\"FormatError\"", "Incomplete", "", 501)),
        ("""{"token":"73786976294838206464"}""", Answer("\"FormatError\"", "Reject", "", 501)),
        ("""{"wait":"00:10:00"}""", Answer("null", "50.1 kWh", "", 501)),
        ("""{"mains":"off"}""", Answer("null", "", "", 501)),
        ("""{"keys":"1"}""", """{"error":"key '1' was not delivered: the mains is off"}"""),
        ("""{"mains":"on"}""", Answer("null", "50.1 kWh", "", 501)),
        ("""{"load":{"watts":1500,"for":"02:00:00"}}""", Answer("null", "47.1 kWh", "", 471)),
        ("""{"at":"2024-11-24T20:15"}""", Answer("null", "47.1 kWh", "", 471)),
    ];

    private static readonly (string Line, string Answer)[] Slips =
    [
        ("""{"token":"12"}""", """{"error":"token: unknown field; known are meter"}"""),
        (MeterLine.Replace("\"krn\"", "\"knr\""), """{"error":"meter.knr: unknown field, did you mean krn?"}"""),
        (
            MeterLine.Replace("abababababababab", "abab"),
            """{"error":"meter.vk: a vending key has 16, 32 or 40 hex digits, not 4"}"""),
        (
            MeterLine.Replace("000009", "000007"),
            """{"error":"meter.pan: PAN 600727000000000007: its check digit must be 9, not 7"}"""),
        (
            MeterLine.Replace(":500", ":99999999999"),
            """{"error":"meter.creditUnits: 99999999999 is out of range, 0 to 999999999 are allowed"}"""),
        (
            MeterLine.Replace("generic", "genric"),
            """{"error":"there is no profile \"genric\"; did you mean \"generic\"? """
            + "allowed: acceptance, clou, conlog, generic, kplc-ciu, landis-gyr, money, or a file NAME.json; looked in "
            + $"{Path.Combine(AppContext.BaseDirectory, "profiles")}\"}}"),
        (MeterLine, Answer("null", "50.0 kWh", "", 500)),
        (
            """{"tokn":"1"}""",
            """{"error":"tokn: unknown field, did you mean token?"}"""),
        ("{}", """{"error":"a line has exactly one action: token, keys, wait, mains, at, load"}"""),
        (
            """{"keys":"1","wait":"00:00:01"}""",
            """{"error":"a line has exactly one action: token, keys, wait, mains, at, load"}"""),
        ("""{"keys":"12a"}""", """{"error":"keys: there is no key 'a', only 123456789*0#"}"""),
        (
            """{"wait":"5"}""",
            """{"error":"wait: must be a time like 00:10:00 or 1.00:00:00 (days), at most a hundred years"}"""),
        ("""{"mains":"of"}""", """{"error":"mains: must be \"on\" or \"off\""}"""),
        ("""{"at":"0001-01-01T00:00"}""", TimeError),
        ("""{"at":"9999-12-31T23:59"}""", TimeError),
        ("""{"at":"tomorrow"}""", TimeError),
        ("""{"load":{"watts":5}}""", """{"error":"load.for: missing"}"""),
        ("""{"wait":"1.00:00:01"}""", Answer("null", "50.0 kWh", "", 500)),
    ];

    private const string TimeError =
        """{"error":"at: must be a UTC time like 2024-11-24T20:15, from 1993 to 2100"}""";

    [Theory]
    [InlineData("virtual")]
    [InlineData("none")]
    public void A_script_is_answered_line_by_line_alike_on_pins_and_on_the_model(string rig)
    {
        var said = Feed(string.Concat(Day.Select(line => line.Line + "\n")), "meter", "--rig", rig, "--script", "-");
        Assert.Equal(Day.Select(line => line.Answer), said.OutLines);
        Assert.Equal((2, ""), (said.ExitCode, said.Error));
    }

    [Theory]
    [InlineData("virtual")]
    [InlineData("none")]
    public void A_wrong_line_of_a_script_is_named_and_the_meter_goes_on(string rig)
    {
        var said = Feed(string.Concat(Slips.Select(line => line.Line + "\n")), "meter", "--rig", rig, "--script", "-");
        Assert.Equal(Slips.Select(line => line.Answer), said.OutLines);
        Assert.Equal((2, ""), (said.ExitCode, said.Error));
    }

    [Theory]
    [InlineData("virtual")]
    [InlineData("none")]
    public void Codes_from_vend_move_a_meter_to_its_new_key(string rig)
    {
        var next = Key.Replace("\"krn\":1", "\"krn\":2").Replace("1993", "2014");
        var sold = Feed(
            $$"""{"kind":"keychange","old":{{{Key}}},"new":{{{next}}},"ken":255,"ro":1,"threeTokens":false}""", "vend");
        var codes = JsonElement.Parse(sold.Out).GetProperty("tokens").EnumerateArray().Select(t => t.GetString()!);
        var check = JsonElement.Parse(
            Run("meter", "--rig", "none", "--script", Write("new", MeterLineOf(next))).Out).GetProperty("keyCheck");

        var keyedIn = codes.Reverse().Select(code => $$"""{"token":"{{code}}"}""" + "\n");
        var script = MeterLine + "\n" + string.Concat(keyedIn);
        var said = Feed(script, "meter", "--rig", rig, "--script", "-");
        Assert.Equal((0, 3), (said.ExitCode, said.OutLines.Count));
        var half = JsonElement.Parse(said.OutLines[1]);
        Assert.Equal(("2ndKCT", 1), (half.GetProperty("result").GetString(), half.GetProperty("krn").GetInt32()));
        var whole = JsonElement.Parse(said.OutLines[2]);
        Assert.Equal(
            ("Accept", 2, "000000", check.GetString()),
            (whole.GetProperty("result").GetString(), whole.GetProperty("krn").GetInt32(),
                whole.GetProperty("sgc").GetString(), whole.GetProperty("keyCheck").GetString()));
    }

    [Fact]
    public void An_empty_script_is_told()
    {
        Write("empty.jsonl", "");
        Complaint.Is(
            "empty.jsonl: the script is empty; its first line makes the meter: {\"meter\":{ … }}",
            Run("meter", "--rig", "none", "--script", "empty.jsonl"));
        Complaint.Is(
            "standard input: the script is empty; its first line makes the meter: {\"meter\":{ … }}",
            Feed("", "meter", "--rig", "none", "--script", "-"));
    }

    [Fact]
    public void A_meter_without_a_terminal_says_so() => Complaint.Is(
        "hilbench meter: the meter can only be drawn in a terminal; without one, use --script FILE or --script -",
        Run("meter"));

    private static string MeterLineOf(string key) => MeterLine.Replace(Key, key);

    private static string Answer(string result, string first, string second, int units) =>
        $$"""{"result":{{result}},"display":["{{first}}","{{second}}"],"creditUnits":{{units}},""" + Rest;
}
