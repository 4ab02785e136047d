using System.Xml.Linq;
using HilBench.Roles;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Reports;

public sealed class JUnitReportTests
{
    private const string Feature = """
        Feature: <a> & "b"
          Scenario: good
            Given a step
          Scenario Outline: row <n>
            Given a step that is <what>
            Examples:
              | n | what    |
              | 1 | wrong   |
              | 2 | lost    |
              | 3 | broken  |
              | 4 | absurd  |
              | 5 | stopped |
        """;

    [Fact]
    public void There_is_one_testcase_for_each_scenario_and_each_row()
    {
        var cases = Report(Feature).Descendants("testcase").ToArray();
        Assert.Equal(
            ["good", "row 1 (what wrong)", "row 2 (what lost)", "row 3 (what broken)", "row 4 (what absurd)",
                "row 5 (what stopped)"],
            cases.Select(one => Text(one, "name")));
        Assert.All(cases, one => Assert.Equal("<a> & \"b\" (trial)", Text(one, "classname")));
        Assert.All(cases, one => Assert.Equal("trial.feature", Text(one, "file")));
        Assert.Equal(["2", "8", "9", "10", "11", "12"], cases.Select(one => Text(one, "line")));
        Assert.All(cases, one => Assert.Matches(@"^\d+\.\d{3}$", Text(one, "time")));
    }

    [Fact]
    public void A_wrong_meter_is_a_failure_and_all_else_an_error_with_its_verdict()
    {
        var cases = Report(Feature).Descendants("testcase").ToArray();
        Assert.Equal(
            ["", "failure Failed it lies", "error Invalid key '7' was not delivered: nobody saw it",
                "error RigFault a wire", "error Undefined no such token", "skipped  Aborted"],
            cases.Select(one => one.Elements()
                .SingleOrDefault(inner => inner.Name.LocalName is not ("properties" or "system-out")) is { } inner
                ? $"{inner.Name} {Text(inner, "type")} {Text(inner, "message")}"
                : ""));
    }

    [Fact]
    public void A_failure_tells_its_step_and_reason() => Assert.Equal(
        "\ntrial.feature:5: Given a step that is wrong\n  it lies\n  seen:\n    a glass\n"
        + "again: repeat trial.feature:8\n",
        Report(Feature).Descendants("failure").Single().Value);

    [Fact]
    public void Suites_count_their_cases()
    {
        var report = Report(Feature);
        foreach (var suite in new[] { report, Assert.Single(report.Elements("testsuite")) })
        {
            Assert.Equal(
                ["6", "1", "3", "1"],
                new[] { "tests", "failures", "errors", "skipped" }.Select(name => Text(suite, name)));
        }

        Assert.Equal("<a> & \"b\"", Text(report.Element("testsuite")!, "name"));
    }

    [Fact]
    public void Each_feature_is_a_suite()
    {
        var results = Run(Feature).Concat(Run("Feature: other\n Scenario: s\n  Given a step\n")).ToArray();
        Assert.Equal(
            ["<a> & \"b\"", "other"],
            Report(RecordOf(results)).Elements("testsuite").Select(suite => Text(suite, "name")));
    }

    [Fact]
    public void The_report_says_when_with_which_seed_and_on_which_rig()
    {
        var report = Report(Feature);
        var suite = Assert.Single(report.Elements("testsuite"));
        Assert.Equal("2026-11-28T06:00:00Z", Text(report, "timestamp"));
        Assert.Equal("2026-11-28T06:00:00Z", Text(suite, "timestamp"));
        Assert.Equal(["seed 77", "rig none"], Properties(suite).Take(2));
        Assert.StartsWith("program ", Properties(suite).Last());
    }

    [Fact]
    public void Each_testcase_says_its_verdict_rule_tags_and_the_command_that_repeats_it()
    {
        var cases = Report("""
            @slow
            Feature: f
              Rule: One rule
                @own
                Scenario: s
                  Given a step
              Rule: Another
                Scenario: t
                  Given a step that is lost
            """).Descendants("testcase").ToArray();
        Assert.Equal(
            ["verdict Passed", "rule One rule", "tags @slow @own", "repeat repeat trial.feature:5"],
            Properties(cases[0]));
        Assert.Equal(
            ["verdict Invalid", "rule Another", "tags @slow", "repeat repeat trial.feature:8"], Properties(cases[1]));
    }

    [Fact]
    public void Whatever_the_verdict_it_stands_there_by_its_own_name() => Assert.Equal(
        ["Passed", "Failed", "Invalid", "RigFault", "Undefined", "Aborted"],
        Report(Feature).Descendants("testcase").Select(one => Properties(one)[0][8..]));

    [Fact]
    public void What_was_left_out_is_skipped_and_says_why()
    {
        var left = Trial.Read("@keys\nFeature: other\n Scenario: worn keys\n  Given a step\n")[0];
        var report = Report(RecordOf(Run(Feature)) with
        {
            LeftOut = [new LeftOutCase(left, "rig none does not have contacts")],
        });
        var one = report.Elements("testsuite").Last().Element("testcase")!;
        Assert.Equal("worn keys", Text(one, "name"));
        Assert.Equal(["verdict LeftOut", "tags @keys", "repeat repeat trial.feature:3"], Properties(one));
        Assert.Equal("left out: rig none does not have contacts", Text(one.Element("skipped")!, "message"));
        Assert.Equal(("7", "2"), (Text(report, "tests"), Text(report, "skipped")));
    }

    [Fact]
    public void No_two_testcases_share_their_names_whatever_the_files_are_called()
    {
        const string Text = "Feature: f\n Scenario: s\n  Given a step\n";
        var results = Run(Text).Concat(Run(Text)).Concat(Run(Text.Replace("Scenario: s", "Scenario: s [2]")));
        var cases = Report(RecordOf([.. results])).Descendants("testcase")
            .Select(one => (one.Attribute("classname")!.Value, one.Attribute("name")!.Value)).ToArray();
        Assert.Equal(["s", "s [3]", "s [2]"], cases.Select(one => one.Item2));
        Assert.Single(cases.Select(one => one.Item1).Distinct());
    }

    [Fact]
    public void What_XML_cannot_carry_is_written_out_wherever_it_stands_and_the_rest_is_kept()
    {
        var report = Report("""
            Feature: f<BEL>😀
              Scenario: t<BEL>😀]]>
                Given words "w<BEL>😀<HALF>]]>&<"
            """.Replace("<BEL>", "\a").Replace("<HALF>", "\ud83d"));
        var only = report.Descendants("testcase").Single();
        Assert.Equal("f\\u0007😀", Text(report.Element("testsuite")!, "name"));
        Assert.Equal("f\\u0007😀 (trial)", Text(only, "classname"));
        Assert.Equal("t\\u0007😀]]>", Text(only, "name"));
        Assert.Equal("w\\u0007😀\\uD83D]]>&<", Text(only.Element("failure")!, "message"));
        Assert.Contains("words \"w\\u0007😀\\uD83D]]>&<\"", only.Element("failure")!.Value);
    }

    [Theory]
    [InlineData(Verdict.Undefined)]
    [InlineData(Verdict.RigFault)]
    [InlineData(Verdict.Aborted)]
    public void A_run_that_was_refused_is_one_error_that_says_all_it_was_told(Verdict verdict)
    {
        using var file = new MemoryStream();
        JUnitReport.Write(file, new RefusedRun(verdict, ["a.feature:1: no", "b.feature:2: \u001bno"], Began));
        var report = Parse(file);
        Assert.Equal(
            ["1", "0", "1", "0"],
            new[] { "tests", "failures", "errors", "skipped" }.Select(name => Text(report, name)));
        var one = Assert.Single(report.Descendants("testcase"));
        Assert.Equal([$"verdict {verdict}"], Properties(one));
        Assert.Equal((verdict.ToString(), "a.feature:1: no"),
            (Text(one.Element("error")!, "type"), Text(one.Element("error")!, "message")));
        Assert.Equal("\na.feature:1: no\nb.feature:2: \\u001Bno\n", one.Element("error")!.Value);
    }

    private static XElement Report(string feature) => Report(RecordOf(Run(feature)));

    private static XElement Report(RunRecord run)
    {
        using var file = new MemoryStream();
        JUnitReport.Write(file, run);
        return Parse(file);
    }

    private static XElement Parse(MemoryStream file)
    {
        file.Position = 0;
        return XElement.Load(file);
    }

    private static DateTime Began { get; } = new(2026, 11, 28, 6, 0, 0, DateTimeKind.Utc);

    private static RunRecord RecordOf(IReadOnlyList<ScenarioResult> results) => new()
    {
        Results = results,
        Seed = 77,
        Rig = "none",
        Began = Began,
        Again = scenario => $"repeat {scenario.Place}",
    };

    private static IReadOnlyList<string> Properties(XElement element) =>
    [
        .. element.Element("properties")!.Elements("property")
            .Select(property => $"{Text(property, "name")} {Text(property, "value")}"),
    ];

    private static IReadOnlyList<ScenarioResult> Run(string feature)
    {
        using var stop = new CancellationTokenSource();
        return Trial.Run(
            feature,
            new RunOptions
            {
                Judge = MeterJudge.Judge,
                Stop = stop.Token,
                Provide = container => container.RegisterInstanceAs(stop),
            },
            typeof(Steps)).Results;
    }

    private static string? Text(XElement element, string name) => element.Attribute(name)?.Value;

    [Binding]
    public sealed class Steps(
        CancellationTokenSource stop, ScenarioContext context, ScenarioAttachments attachments)
    {
        [Given("a step")]
        public void Good() => Assert.Null(context.TestError);

        [Given("words {string}")]
        public void Words(string words) => throw new MeterWrongException(words);

        [Given("a step that is {word}")]
        public void Bad(string what)
        {
            if (what == "wrong") attachments.Add("seen", ["a glass"]);
            if (what == "stopped") stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
            throw what switch
            {
                "wrong" => new MeterWrongException("it lies"),
                "lost" => new StimulusNotDeliveredException("key '7'", "nobody saw it"),
                "broken" => new RigFaultException("a wire"),
                _ => new FeatureMistakeException("no such token"),
            };
        }
    }
}
