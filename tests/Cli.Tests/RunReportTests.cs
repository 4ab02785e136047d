using System.Text.Json;
using System.Xml.Linq;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary><c>--report</c>, as a CI server finds it, whatever becomes of the run.</summary>
public sealed class RunReportTests : TempFolder
{
    private const string Worn = """
        @keys
        Feature: Worn
          Rule: Keys wear out
            Scenario: Worn keys
              Given the keys bounce for 5 milliseconds
              When the customer presses "1"
              Then the display shows "1"
        """;

    public RunReportTests()
    {
        Write("0.feature", Samples.Green);
        Write("1.feature", Samples.Red);
    }

    [Theory]
    [InlineData(2, "Undefined", "there is no rig \"virtul\"; ", "0.feature --rig virtul")]
    [InlineData(2, "Undefined", "gone.feature: there is no such file", "gone.feature")]
    [InlineData(2, "Undefined", "no scenario in 0.feature has tags @nobody", "0.feature --tags @nobody")]
    [InlineData(2, "Undefined", "hilbench run: no option \"--jbos\"; ", "0.feature --jbos 2")]
    [InlineData(2, "Undefined", "hilbench run: --jobs is \"0\"; ", "0.feature --jobs 0")]
    [InlineData(3, "RigFault", "/dev/nobody: there is no such port", "0.feature --rig port.json")]
    public void A_run_that_is_refused_leaves_an_error_where_an_older_report_was(
        int exitCode, string verdict, string message, string words)
    {
        Write("port.json", """
            {"meter": {"kind": "token-port", "port": "/dev/nobody", "number": "00000000000", "supplyGroup": "123456"},
             "clock": "wall"}
            """);
        Assert.Equal(0, Run("run", "0.feature", "--report", "out").ExitCode);
        var said = Run(["run", .. words.Split(' '), "--report", "out"]);
        Assert.Equal((exitCode, ""), (said.ExitCode, said.Out));
        Assert.Contains(message, said.Error);
        var error = Assert.Single(Report().Descendants("error"));
        Assert.Equal(verdict, error.Attribute("type")!.Value);
        Assert.Contains(message, error.Attribute("message")!.Value);
        Assert.Equal("1", Report().Attribute("errors")!.Value);
        Assert.Single(Report().Descendants("testcase"));
        Assert.Equal(["junit.xml"], Directory.EnumerateFileSystemEntries(PathOf("out")).Select(Path.GetFileName));
    }

    [Fact]
    public void Scenarios_of_the_same_name_are_told_apart_in_the_report()
    {
        Write("same.feature", """
            Feature: Red
              Rule: Two
                Scenario: A token is refused as used
                  Given a 25.6 kWh credit token
                  When the customer keys in the token
                  Then the meter accepts it
                Scenario: A token is refused as used
                  Given a 25.6 kWh credit token
                  When the customer keys in the token
                  Then the meter refuses it as used
            """);
        Assert.Equal(1, Run("run", ".", "--report", "out").ExitCode);
        var cases = Report().Descendants("testcase").ToArray();
        Assert.Equal(4, cases.Select(one => (Of(one, "classname"), Of(one, "name"))).Distinct().Count());
        Assert.Equal(
            ["Two: A token is refused as used", "Two: A token is refused as used [2]"],
            cases.Where(one => Of(one, "classname") == "Red (same)").Select(one => Of(one, "name")));
        Assert.Equal(1, Run("run", "same.feature:7", "--report", "out").ExitCode);
        Assert.Equal(
            "Two: A token is refused as used [2]", Of(Assert.Single(Report().Descendants("testcase")), "name"));
    }

    [Fact]
    public void What_the_rig_cannot_do_is_skipped_and_says_why()
    {
        Write("worn.feature", Worn);
        Assert.Equal(0, Run("run", "0.feature", "worn.feature", "--rig", "serial-panel", "--report", "out").ExitCode);
        var left = Report().Descendants("testcase").Single(one => one.Element("skipped") is not null);
        Assert.Equal("Keys wear out: Worn keys", Of(left, "name"));
        Assert.Equal(
            "left out: rig serial-panel does not have contacts", Of(left.Element("skipped")!, "message"));
        Assert.Equal(("2", "1", "0"), (Of(Report(), "tests"), Of(Report(), "skipped"), Of(Report(), "errors")));
    }

    [Fact]
    public void The_command_in_a_testcase_repeats_it()
    {
        Write("rig.json", "{\"press\": {\"bounceMs\": 12}}");
        Assert.Equal(1, Run("run", ".", "--seed", "77", "--rig", "rig.json", "--report", "out").ExitCode);
        var red = Report().Descendants("testcase").Single(one => one.Element("failure") is not null);
        var command = red.Descendants("property").Single(one => Of(one, "name") == "repeat").Attribute("value")!.Value;
        var said = HilbenchProcess.Shell(Folder, command);
        Assert.Equal("1 scenario on rig rig, seed 77: 1 failed", said.OutLines[^1]);
        Assert.Contains($"again: {command}\n", red.Element("failure")!.Value);
    }

    [Fact]
    public void A_file_that_is_called_like_an_option_can_be_run_again()
    {
        Write("-x.feature", Samples.Red);
        var said = Run("run", "./-x.feature");
        Assert.Contains(" run ./-x.feature:2 --seed 1\n", said.Out);
        Assert.Equal(1, Run("run", "./-x.feature:2", "--seed", "1").ExitCode);
    }

    [Fact]
    public void Nothing_in_a_feature_reaches_the_terminal_as_a_command_to_it()
    {
        Write("evil.feature", Samples.Red.Replace("Red", "Red\u001b[2J").Replace("as used\n", "as used\u009b31m\n"));
        var said = Run("run", "evil.feature", "--report", "out");
        Assert.Equal(1, said.ExitCode);
        Assert.DoesNotContain(said.Out + said.Error, character => char.IsControl(character) && character != '\n');
        Assert.Contains("FAILED: Red\\u001B[2J: A token is refused as used\\u009B31m\n", said.Out);
    }

    /// <summary>
    /// A limit on the size of files is as good as a full disk: the report begins and cannot be finished.
    /// </summary>
    [Fact]
    public void A_full_disk_leaves_no_older_report_and_no_half_of_the_new_one()
    {
        Write("out/junit.xml", "old");
        Write("many.feature", "Feature: many\n" + string.Concat(Enumerable.Range(1, 300).Select(number =>
            $"  Scenario: {number}\n    Given a 1.0 kWh credit token\n")));
        var said = HilbenchProcess.Shell(
            Folder,
            // The runtime would ask for a large file of its own.
            "trap '' XFSZ; ulimit -f 100; DOTNET_EnableWriteXorExecute=0 "
            + $"{HilbenchProcess.InShell} run many.feature --rig none --report out");
        Assert.Equal("300 scenarios on rig none, seed 1: 300 passed\n", said.Out);
        Assert.Equal(3, said.ExitCode);
        Assert.Equal(
            "--report \"out\": cannot be written: it would be larger than a file may be here; "
            + "the report there says that this run did not finish",
            Assert.Single(said.ErrorLines));
        AssertUnfinished();
        Assert.Equal(["junit.xml"], Directory.EnumerateFileSystemEntries(PathOf("out")).Select(Path.GetFileName));
        Assert.False(Directory.Exists(PathOf("out.part")));
    }

    [Fact]
    public void A_run_that_is_killed_leaves_no_green_report_of_another()
    {
        Assert.Equal(0, Run("run", "0.feature", "--report", "out").ExitCode);
        Write("long.feature", "Feature: long\n  Scenario: short\n    Given the meter holds 1.0 kWh\n"
            + string.Concat(Enumerable.Range(1, 500).Select(number =>
            $"  Scenario: {number}\n    When the load draws 2000 W from now on\n    And 3650 days pass\n")));
        using var run = HilbenchProcess.Start(Folder, "run", "long.feature", "--report", "out", "--jobs", "2");
        var giveUp = DateTime.UtcNow + HilbenchProcess.Patience;
        var verdicts = PathOf("out.part/verdicts.ndjson");
        while (!File.Exists(verdicts) && DateTime.UtcNow < giveUp) Thread.Sleep(20);
        run.Signal(HilbenchProcess.Sigkill);
        Assert.Equal(137, run.AwaitEnd().ExitCode);
        AssertUnfinished();
        var first = JsonDocument.Parse(File.ReadLines(verdicts).First()).RootElement;
        Assert.Equal(
            ("short", "long.feature:2", "passed"),
            (first.GetProperty("scenario").GetString(), first.GetProperty("place").GetString(),
                first.GetProperty("verdict").GetString()));
        Assert.EndsWith("}\n", File.ReadAllText(verdicts), StringComparison.Ordinal);
        Assert.Equal(0, Run("run", "0.feature", "--report", "out").ExitCode);
        Assert.Equal(("1", "0"), (Of(Report(), "tests"), Of(Report(), "errors")));
        Assert.False(Directory.Exists(PathOf("out.part")));
        Assert.False(File.Exists(PathOf("out/verdicts.ndjson")));
    }

    private void AssertUnfinished()
    {
        var report = Report();
        Assert.Equal(("1", "1"), (Of(report, "tests"), Of(report, "errors")));
        Assert.Equal("the run ends", Of(Assert.Single(report.Descendants("testcase")), "name"));
        Assert.Matches(
            "^the run that began at .+ UTC has not finished: it is still going on, or it was killed$",
            Of(Assert.Single(report.Descendants("error")), "message"));
    }

    private XElement Report() => XDocument.Load(PathOf("out/junit.xml")).Root!;

    private static string Of(XElement element, string attribute) => element.Attribute(attribute)!.Value;
}
