using System.Text;
using System.Xml.Linq;
using HilBench.Roles;
using HilBench.RigFiles;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Reports;

/// <summary>A report says on which bench of a lab, and on which meter, each scenario ran.</summary>
public sealed class PlaceReportTests
{
    private const string Feature = """
        Feature: credit
          Scenario: green
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter accepts it
          Scenario: red
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter refuses it as used
        """;

    private const string Told =
        "ran on bench-2: rig raspberry-pi, clou 1.2.3, serial 0417; attempt 2: bench-1 was lost in the middle of it";

    private static readonly RunPlace Second = new("bench-2", "raspberry-pi")
    {
        Model = "clou", Serial = "0417", Firmware = "1.2.3", Attempt = 2,
        Lost = ["bench-1 was lost in the middle of it"],
    };

    private static readonly RunPlace Here = new("", "virtual") { Serial = "0417" };

    [Fact]
    public void A_place_is_told_with_all_that_is_known_of_it_and_no_more()
    {
        Assert.Equal(Told, Second.InWords);
        Assert.Equal("ran on bench-2: rig virtual", new RunPlace("bench-2", "virtual").InWords);
        Assert.Equal("ran on rig virtual, serial 0417", Here.InWords);
        Assert.Equal(
            "ran on a: rig b, firmware 2\\u001B; attempt 3: x; y",
            new RunPlace("a", "b") { Firmware = "2\u001b", Attempt = 3, Lost = ["x", "y"] }.InWords);
    }

    [Fact]
    public void The_labels_of_a_rig_are_the_place_and_a_rig_without_them_is_none()
    {
        var plan = Rigs.Load(Rigs.None);
        Assert.Null(RunPlace.Of(plan));
        Assert.Null(RunPlace.Of(Labelled(plan, (RigLabels.Site, "cellar"))));
        Assert.Equal(
            new RunPlace("", "none") { Model = "clou" }, RunPlace.Of(Labelled(plan, (RigLabels.Model, "clou"))));
        Assert.Equal(
            new RunPlace("bench-2", "none") { Serial = "0417", Firmware = "1.2.3" },
            RunPlace.Of(Labelled(plan, ("bench", "bench-2"), ("serial", "0417"), ("firmware", "1.2.3"))));
    }

    [Fact]
    public void Each_testcase_names_its_bench_and_meter_and_the_attempts_that_were_lost()
    {
        var cases = JUnit(Record(Second));
        foreach (var one in cases)
        {
            Assert.Equal(
                ["bench bench-2", "rig raspberry-pi", "model clou", "serial 0417", "firmware 1.2.3", "attempt 2"],
                Properties(one).Where(line => !line.StartsWith("verdict") && !line.StartsWith("repeat")));
            Assert.Contains(
                "\nattempt 1 came to nothing: bench-1 was lost in the middle of it\n", one.Element("system-out")!.Value,
                StringComparison.Ordinal);
        }

        Assert.Contains($"\n  {Told}\n", cases[1].Element("failure")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_attempt_is_no_news_and_a_bench_without_a_lab_has_no_name()
    {
        var known = JUnit(Record(Here)).Select(one => Properties(one)[1]);
        Assert.Equal(["serial 0417", "serial 0417"], known);
        Assert.All(JUnit(Record(where: null)), one => Assert.Equal(2, Properties(one).Length));
    }

    [Fact]
    public void The_page_says_of_every_scenario_of_a_lab_where_it_ran_and_of_one_bench_only_of_the_red()
    {
        Assert.Equal([Told, Told], Texts(Record(Second)));
        Assert.Equal(["ran on rig virtual, serial 0417"], Texts(Record(Here)));
        Assert.Empty(Texts(Record(where: null)));
    }

    private static RigPlan Labelled(RigPlan plan, params (string Key, string Value)[] labels) =>
        plan with { Labels = labels.ToDictionary(one => one.Key, one => one.Value) };

    private static RunRecord Record(RunPlace? where) => Messages.Record(
        Feature, MeterTrial.Sentences, [.. MeterTrial.Run(Feature).Select(one => one with { Where = where })]);

    private static XElement[] JUnit(RunRecord run)
    {
        using var file = new MemoryStream();
        JUnitReport.Write(file, run);
        return [.. XElement.Parse(Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF')).Descendants("testcase")];
    }

    private static string[] Properties(XElement one) =>
    [
        .. one.Descendants("property")
            .Select(pair => $"{pair.Attribute("name")!.Value} {pair.Attribute("value")!.Value}"),
    ];

    private static IEnumerable<string?> Texts(RunRecord run) => Messages.Of(run).All("attachment")
        .Select(one => one.Text("body")).Where(body => body!.StartsWith("ran on ", StringComparison.Ordinal));
}
