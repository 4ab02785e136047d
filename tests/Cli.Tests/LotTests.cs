using System.Text.Json;
using System.Xml.Linq;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>A delivery of meters, tested one by one.</summary>
public sealed class LotTests : TempFolder
{
    private const string List = """
        serial;Meter No;SGC;TI;KRN;base date;box
        A-1;600727000000000009;123456;01;1;1993;7
        A-2;01234567897;654321;02;2;2014;7
        A-3;98765432103;654321;02;2;2014;8
        """;

    /// <summary>A token for a key of revision 2 is one for each meter that has it, and for no other.</summary>
    private const string Feature = """
        Feature: Delivered
          Scenario: It has the key it was ordered with
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter accepts it
            And the key revision is 2
        """;

    private Said RunLot(params string[] more) => Run(["run", "delivered.feature", "--meters", "lot.csv", .. more]);

    public LotTests()
    {
        Write("delivered.feature", Feature);
        Write("lot.csv", List);
    }

    [Fact]
    public void Each_meter_of_a_delivery_is_tested_with_its_own_number_and_key()
    {
        var said = RunLot("--report", "report");
        Assert.Equal(1, said.ExitCode);
        Assert.Equal(
            [
                "meter A-1: failed: 1 failed",
                "  failed: delivered.feature:2: It has the key it was ordered with: the key revision is 1, not 2",
                "meter A-2: passed: 1 passed",
                "meter A-3: passed: 1 passed",
                "lot lot.csv: all 3 meters: 2 passed, 1 failed; 0 may fail: the lot is rejected",
            ],
            said.OutLines);
        Assert.Equal("lot.csv: columns that are not looked at: \"box\"\n", said.Error);
        foreach (var serial in new[] { "A-1", "A-2", "A-3" })
        {
            var junit = XDocument.Load(PathOf($"report/{serial}/junit.xml"));
            Assert.EndsWith($", meter {serial}", junit.Descendants("testcase").Single().Attribute("classname")!.Value);
            Assert.Contains(junit.Descendants("property"), one =>
                one.Attribute("name")!.Value == "serial" && one.Attribute("value")!.Value == serial);
        }

        var lot = JsonDocument.Parse(File.ReadAllText(PathOf("report/lot.json"))).RootElement;
        Assert.Equal(("rejected", 3, 1), (
            lot.GetProperty("verdict").GetString(), lot.GetProperty("drawn").GetInt32(),
            lot.GetProperty("failed").GetInt32()));
        var cases = XDocument.Load(PathOf("report/lot.xml")).Descendants("testcase").ToArray();
        Assert.Equal(
            ["meter A-1", "meter A-2", "meter A-3", "the lot is accepted"],
            cases.Select(one => one.Attribute("name")!.Value));
        Assert.Equal([true, false, false, true], cases.Select(one => one.Element("failure") is not null));
        Assert.Contains("<a href=\"A-2/report.html\">A-2</a>", File.ReadAllText(PathOf("report/lot.html")));
    }

    [Fact]
    public void A_lot_is_accepted_with_as_many_failures_as_the_contract_allows()
    {
        var said = RunLot("--accept", "1");
        Assert.Equal(
            (0, "lot lot.csv: all 3 meters: 2 passed, 1 failed; 1 may fail: the lot is accepted"),
            (said.ExitCode, said.OutLines[^1]));
    }

    [Fact]
    public void The_command_under_a_red_scenario_runs_it_on_that_meter_again()
    {
        RunLot("--report", "report");
        var run = JsonDocument.Parse(File.ReadAllText(PathOf("report/A-1/run.json"))).RootElement;
        var again = run.GetProperty("scenarios")[0].GetProperty("again").GetString()!;
        Assert.EndsWith("run delivered.feature:2 --seed 1 --meters lot.csv --serial A-1", again);
        var one = RunLot("--serial", "A-1");
        Assert.Equal(
            (1, "meter A-1: failed: 1 failed", "one meter alone accepts or rejects no lot"),
            (one.ExitCode, one.OutLines[0], one.OutLines[^1]));
        Assert.Equal("meter A-1: failed: 1 failed", Run(
            "run", "--failed-from", "report/A-1", "--meters", "lot.csv", "--serial", "A-1").OutLines[0]);
    }

    [Fact]
    public void A_sample_is_drawn_by_the_seed_and_by_the_row_of_the_table_that_fits_the_lot()
    {
        Write("lot.csv", "meter number\n" + string.Join('\n', Enumerable.Range(1, 60).Select(Number)) + "\n");
        Write("delivered.feature", "Feature: D\n  Scenario: S\n    Then the meter holds 0.0 kWh\n");
        Write("table.csv", "lot up to,sample,accept\n50,5,0\n90,8,1\n");
        var first = RunLot("--sampling", "table.csv");
        Assert.Equal(
            "lot lot.csv: a sample of 8 of 60 meters: 8 passed, 0 failed; 1 may fail: the lot is accepted",
            first.OutLines[^1]);
        Assert.Equal(first.Out, RunLot("--sampling", "table.csv").Out);
        Assert.NotEqual(Meters(first), Meters(RunLot("--sampling", "table.csv", "--seed", "2")));
        Assert.Equal(Meters(first), Meters(RunLot("--sample", "8")));
        Write("table.csv", "lot up to,sample,accept\n50,5,0\n");
        Assert.Equal(
            "table.csv: it has no row for a lot of 60 meters; the largest is for 50\n",
            RunLot("--sampling", "table.csv").Error);
    }

    [Fact]
    public void A_rejected_lot_needs_no_more_meters_with_fail_fast()
    {
        var said = RunLot("--fail-fast");
        Assert.Equal(
            (1, "lot lot.csv: all 3 meters: 0 passed, 1 failed, 2 not judged; 0 may fail: the lot is rejected"),
            (said.ExitCode, said.OutLines[^1]));
    }

    [Fact]
    public void A_meter_that_was_not_judged_leaves_its_lot_undecided()
    {
        Write("delivered.feature", Samples.Unproved);
        var said = RunLot();
        Assert.Equal(
            (4, "lot lot.csv: all 3 meters: 0 passed, 0 failed, 3 not judged; 0 may fail: the lot is not decided"),
            (said.ExitCode, said.OutLines[^1]));
    }

    [Theory]
    [InlineData("serial,tariff index\nA,01\n", "lot.csv:1: no column is called \"meter number\"")]
    [InlineData("meter number,suply group\n01234567897,1\n", "lot.csv:1: no column is called \"suply group\"; did you")]
    [InlineData("meter number,pan\n1,2\n", "lot.csv:1: two columns are the meter number; there can be one")]
    [InlineData("meter number\n", "lot.csv: there is no meter below the first line")]
    [InlineData("meter number\n01234567890\n", "lot.csv:2: meter number: meter number 01234567890: its check ")]
    [InlineData("meter number,krn\n01234567897,12\n", "lot.csv:2: key revision: a key revision must be a whole number")]
    [InlineData("meter number\n01234567897\n\n01234567897\n", "lot.csv:4: serial 01234567897 is on line 2 already")]
    [InlineData("serial,meter number\n../x,01234567897\n", "lot.csv:2: serial \"../x\" cannot name a folder")]
    [InlineData("", "lot.csv:1: the first line must name the columns")]
    [InlineData("meter number,name\n01234567897,\"open\n98765432103,x\n", "lot.csv:2: a quote opens a field here that")]
    public void A_list_that_is_wrong_is_told_by_its_line_and_no_meter_is_tested(string list, string expected)
    {
        Write("lot.csv", list);
        var said = RunLot("--report", "report");
        Assert.Equal((2, ""), (said.ExitCode, said.Out));
        Assert.Contains(expected, said.Error);
        Assert.False(Directory.Exists(PathOf("report")));
    }

    [Fact]
    public void A_vending_key_is_read_from_its_file_and_stands_in_no_report_and_no_message()
    {
        const string key = "c0ffee5713d1e5a7";
        Write("group.key", key + "\n");
        Write("lot.csv", "meter number,vending key\n600727000000000009,group.key\n");
        Write("delivered.feature", Feature.Replace("revision is 2", "revision is 1"));
        var said = RunLot("--report", "report", "--record", "all");
        Assert.Equal(0, said.ExitCode);
        foreach (var file in Directory.GetFiles(PathOf("report"), "*", SearchOption.AllDirectories))
            Assert.DoesNotContain(key, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase);
        Write("lot.csv", $"meter number,vending key\n600727000000000009,{key}\n");
        var refused = RunLot();
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("lot.csv:2: vending key names no file that is there", refused.Error);
        Assert.DoesNotContain(key, refused.Error);
    }

    [Fact]
    public void A_part_of_the_scenarios_accepts_no_lot()
    {
        var said = RunLot("--shard", "1/1000");
        Assert.Equal((2, ""), (said.ExitCode, said.Out));
        Assert.Contains("--shard is a part of a run; a delivery is run whole", said.Error);
    }

    [Theory]
    [InlineData("3,3,3", "table.csv:2: accept is 3 of a sample of 3: nothing could be rejected")]
    [InlineData("280,32,3", "table.csv: for a lot of 3 meters 3 may fail: nothing could be rejected")]
    public void A_table_by_which_no_lot_could_be_rejected_is_refused(string row, string expected)
    {
        Write("table.csv", $"lot up to,sample,accept\n{row}\n");
        var said = RunLot("--sampling", "table.csv");
        Assert.Equal((2, ""), (said.ExitCode, said.Out));
        Assert.Contains(expected, said.Error);
    }

    [Theory]
    [InlineData("--sample", "4", "--sample is 4, and the delivery has 3 meters")]
    [InlineData("--accept", "3", "--accept is 3 of 3 meters that are tested: nothing could be rejected")]
    [InlineData("--serial", "A-9", "it has no meter with the serial A-9")]
    public void A_sample_that_makes_no_sense_is_refused(string option, string value, string expected)
    {
        var said = RunLot(option, value);
        Assert.Equal((2, ""), (said.ExitCode, said.Out));
        Assert.Contains(expected, said.Error);
        Assert.Equal(2, Run("run", "delivered.feature", option, value).ExitCode);
    }

    private static string[] Meters(Said said) => [.. said.OutLines.SkipLast(1)];

    /// <summary>A meter number of 11 digits with its check digit (Luhn).</summary>
    private static string Number(int at)
    {
        var digits = $"{1_000_000_000 + at}";
        var sum = digits.Reverse().Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1))
            .Sum(value => value > 9 ? value - 9 : value);
        return digits + ((10 - (sum % 10)) % 10);
    }
}
