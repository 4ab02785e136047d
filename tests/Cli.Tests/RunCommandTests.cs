using System.Xml.Linq;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

public sealed class RunCommandTests : TempFolder
{
    private const string Nameless = """
        Feature: Nameless
          Scenario: No such token
            Given the meter holds 1.0 kWh
            When the customer keys in token "nobody"
            Then the meter accepts it
        """;

    private const string Rows = """
        Feature: Rows
          Scenario Outline: <kwh> kWh
            Given a <kwh> kWh credit token
            When the customer keys in the token
            Then the meter accepts it
            Examples:
              | kwh |
              | 1.0 |
              | 2.5 |
              | 9.9 |
        """;

    private static string RuntimeSettings => Path.ChangeExtension(HilbenchProcess.Program, ".runtimeconfig.json");

    public RunCommandTests()
    {
        Write("0.feature", Samples.Green);
        Write("1.feature", Samples.Red);
        Write("2.feature", Nameless);
        Write("3.feature", Samples.Unproved);
        Write("rows.feature", Rows);
    }

    [Theory]
    [InlineData("0", 0, "1 passed")]
    [InlineData("0 3", 4, "1 passed, 1 invalid")]
    [InlineData("3 1 0", 1, "1 passed, 1 failed, 1 invalid")]
    [InlineData("0 1 2 3", 2, "1 passed, 1 failed, 1 invalid, 1 undefined")]
    public void Of_several_verdicts_the_first_of_the_contract_makes_the_exit_code(
        string features, int exitCode, string counts)
    {
        var names = features.Split(' ');
        var said = Run(["run", .. names.Select(name => name + ".feature")]);
        var scenarios = names.Length == 1 ? "scenario" : "scenarios";
        Assert.Equal($"{names.Length} {scenarios} on rig virtual, seed 1: {counts}", said.OutLines[^1]);
        Assert.Equal((exitCode, ""), (said.ExitCode, said.Error));
    }

    /// <summary>A part of the bench is missing, which is no meter's fault.</summary>
    [Fact]
    public void A_bench_with_a_part_missing_is_a_rig_fault()
    {
        foreach (var part in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Append(RuntimeSettings))
            File.Copy(part, PathOf(Path.GetFileName(part)));
        Write("rigs/virtual.json", "{}");
        Write("profiles/generic.json", "{}");
        File.Delete(PathOf("System.Device.Gpio.dll"));
        var said = HilbenchProcess.Shell(Folder, "dotnet hilbench.dll run 0.feature 1.feature");
        Assert.Equal((3, ""), (said.ExitCode, said.Error));
        Assert.Contains("RIG FAULT: Green: A token counts\n", said.Out);
        Assert.Contains("System.Device.Gpio", said.Out);
        Assert.EndsWith("\n2 scenarios on rig virtual, seed 1: 2 rig fault\n", said.Out);
        Assert.Contains("; again: dotnet hilbench.dll run 0.feature:2 --seed 1\n", said.Out);

        File.Delete(PathOf("BouncyCastle.Cryptography.dll"));
        said = HilbenchProcess.Shell(Folder, $"echo '{Samples.MeterLine}' | dotnet hilbench.dll meter --script -");
        Assert.Equal((3, ""), (said.ExitCode, said.Out));
        Assert.StartsWith("hilbench: the bench is wrong, please report this: ", said.Error);
    }

    [Fact]
    public void A_piped_run_that_passed_is_one_line()
    {
        var said = Run("run", "rows.feature", "0.feature", "--seed", "7", "--rig", "none");
        Assert.Equal(("4 scenarios on rig none, seed 7: 4 passed\n", "", 0), (said.Out, said.Error, said.ExitCode));
    }

    [Fact]
    public void The_report_has_one_testcase_for_each_example_row_and_its_verdict()
    {
        Assert.Equal(2, Run("run", ".", "--report", "out/deep").ExitCode);
        var suites = XDocument.Load(PathOf("out/deep/junit.xml")).Root!;
        Assert.Equal(
            ["junit.xml", "messages.ndjson", "report.html", "run.json", "scenarios"],
            Directory.EnumerateFileSystemEntries(PathOf("out/deep")).Select(Path.GetFileName).Order());
        Assert.Equal(
            ["Green", "Red", "Nameless", "Unproved", "Rows"],
            suites.Elements("testsuite").Select(suite => suite.Attribute("name")!.Value));
        Assert.Equal(("7", "1", "2"), (Count(suites, "tests"), Count(suites, "failures"), Count(suites, "errors")));
        var rows = suites.Elements("testsuite").Last().Elements("testcase").ToArray();
        Assert.Equal(["1.0 kWh", "2.5 kWh", "9.9 kWh"], rows.Select(row => row.Attribute("name")!.Value));
        Assert.Equal(["8", "9", "10"], rows.Select(row => row.Attribute("line")!.Value));
        Assert.Contains("│ Accept ", Only(suites, "failure").Value);
        Assert.Equal(
            ["Invalid", "Undefined"],
            suites.Descendants("error").Select(error => error.Attribute("type")!.Value).Order());
    }

    [Fact]
    public void The_same_seed_gives_the_same_report_but_for_the_times_with_any_number_of_jobs()
    {
        var (said, report) = Reported("--seed", "42", "--jobs", "1");
        Assert.Equal((said, report), Reported("--seed", "42", "--jobs", "2"));
        Assert.Equal((said, report), Reported("--jobs", "16", "--seed", "42"));
        Assert.NotEqual(report, Reported("--seed", "43", "--jobs", "2").Report);
    }

    [Fact]
    public void One_line_of_an_outline_selects_its_row()
    {
        Assert.Equal("1 scenario on rig virtual, seed 1: 1 passed\n", Run("run", "rows.feature:9").Out);
        Assert.Equal("3 scenarios on rig virtual, seed 1: 3 passed\n", Run("run", "rows.feature:2").Out);
    }

    private (string Said, string Report) Reported(params string[] options)
    {
        var said = Run(["run", "0.feature", "1.feature", "rows.feature", "3.feature", "--report", "out", .. options]);
        var report = XDocument.Load(PathOf("out/junit.xml"));
        foreach (var element in report.Descendants())
        {
            element.Attribute("time")?.SetValue("");
            element.Attribute("timestamp")?.SetValue("");
        }

        return (said.Out, report.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Only(XElement suites, string name) => Assert.Single(suites.Descendants(name));

    private static string Count(XElement suites, string name) => suites.Attribute(name)!.Value;
}
