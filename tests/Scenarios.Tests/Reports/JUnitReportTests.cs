using System.Xml.Linq;
using HilBench.Rig.Roles;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Reports;

public sealed class JUnitReportTests : IDisposable
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

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void There_is_one_testcase_for_each_scenario_and_each_row()
    {
        var cases = Report(Feature).Descendants("testcase").ToArray();
        Assert.Equal(["good", "row 1", "row 2", "row 3", "row 4", "row 5"], cases.Select(one => Text(one, "name")));
        Assert.All(cases, one => Assert.Equal("<a> & \"b\"", Text(one, "classname")));
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
            cases.Select(one => one.Elements().SingleOrDefault() is { } inner
                ? $"{inner.Name} {Text(inner, "type")} {Text(inner, "message")}"
                : ""));
    }

    [Fact]
    public void A_failure_tells_its_step_and_reason() => Assert.Equal(
        "\ntrial.feature:5: Given a step that is wrong\n  it lies\n  seen:\n    a glass\n",
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
        JUnitReport.Write(_folder, results);
        Assert.Equal(
            ["<a> & \"b\"", "other"], Load().Elements("testsuite").Select(suite => Text(suite, "name")));
    }

    [Fact]
    public void What_XML_cannot_carry_is_replaced_wherever_it_stands_and_the_rest_is_kept()
    {
        var report = Report("""
            Feature: f<BEL>😀
              Scenario: t<BEL>😀]]>
                Given words "w<BEL>😀<HALF>]]>&<"
            """.Replace("<BEL>", "\a").Replace("<HALF>", "\ud83d"));
        var only = report.Descendants("testcase").Single();
        Assert.Equal("f\ufffd😀", Text(report.Element("testsuite")!, "name"));
        Assert.Equal("f\ufffd😀", Text(only, "classname"));
        Assert.Equal("t\ufffd😀]]>", Text(only, "name"));
        Assert.Equal("w\ufffd😀\ufffd]]>&<", Text(only.Element("failure")!, "message"));
        Assert.Contains("words \"w\ufffd😀\ufffd]]>&<\"", only.Element("failure")!.Value);
    }

    [Fact]
    public void The_file_replaces_an_older_one_in_a_folder_made_for_it_and_leaves_nothing_else()
    {
        var folder = Path.Combine(_folder, "deep", "down");
        JUnitReport.Write(folder, Run(Feature));
        JUnitReport.Write(folder, []);
        Assert.Equal("0", Text(XElement.Load(Path.Combine(folder, "junit.xml")), "tests"));
        Assert.Equal(["junit.xml"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    private XElement Report(string feature)
    {
        JUnitReport.Write(_folder, Run(feature));
        return Load();
    }

    private XElement Load() => XElement.Load(Path.Combine(_folder, JUnitReport.FileName));

    private static IReadOnlyList<ScenarioResult> Run(string feature)
    {
        using var stop = new CancellationTokenSource();
        return Trial.Run(
            feature,
            new RunOptions
            {
                Judge = MeterJudge.Judge,
                Stop = stop.Token,
                Provide = container => container.Register(stop),
            },
            typeof(Steps)).Results;
    }

    private static string? Text(XElement element, string name) => element.Attribute(name)?.Value;

    [Binding]
    public sealed class Steps(CancellationTokenSource stop, ScenarioContext context)
    {
        [Given("a step")]
        public void Good() => Assert.Null(context.TestError);

        [Given("words {string}")]
        public void Words(string words) => throw new MeterWrongException(words);

        [Given("a step that is {word}")]
        public void Bad(string what)
        {
            if (what == "wrong") context.Attach("seen", ["a glass"]);
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
