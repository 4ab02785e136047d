using System.Xml.Linq;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>What `run` is given and cannot use: nothing runs, and the report says why.</summary>
public sealed class RunInputTests : TempFolder
{
    private const string Report = "report";

    public RunInputTests() => Write("ok.feature", Samples.Green);

    [Theory]
    [InlineData("gone.feature", "gone.feature: there is no such file or folder; a .feature file, a folder or ")]
    [InlineData("empty", "empty: the folder has no .feature file")]
    [InlineData("ok.feature:3", "ok.feature:3: no scenario begins on this line; lines 2 begin one")]
    [InlineData("void.feature", "there is no scenario in void.feature")]
    public void A_path_that_leads_to_no_scenario_is_named(string path, string complaint)
    {
        Directory.CreateDirectory(PathOf("empty"));
        Write("void.feature", "");
        AssertRefused(complaint, path);
    }

    [Fact]
    public void Broken_Gherkin_is_named_with_its_file_and_line()
    {
        Write("sub/broken.feature", Samples.Green + "\n  Nonsense\n");
        AssertRefused("sub/broken.feature:8: ", "ok.feature", "sub");
    }

    [Fact]
    public void A_sentence_nobody_defined_is_found_before_anything_runs()
    {
        Write("mine.feature", "Feature: Mine\n  Scenario: One\n    When the mains flickers\n");
        var said = Run("run", "ok.feature", "mine.feature", "--report", Report);
        Assert.Equal(
            "mine.feature:3: no sentence \"When the mains flickers\"; did you mean "
            + "\"the mains flickers {int} times within {int} second(s)\"? "
            + "(hilbench steps lists all there are)",
            said.ErrorLines[0]);
        Assert.DoesNotContain(said.ErrorLines.Skip(1), line => line.Contains(".feature:"));
        Assert.Equal(("", 2), (said.Out, said.ExitCode));
        Assert.Equal(said.Error, Refused());
    }

    [Theory]
    [InlineData("@a and", "--tags: it ends where a tag must stand; tags like @rollover, and, or, not and parentheses")]
    [InlineData("rollover", "--tags: at character 1: \"rollover\" is not a tag; ")]
    [InlineData("", "--tags: it is empty, which chooses no tag; tags like @rollover, and, or, not and parentheses are")]
    [InlineData("  ", "--tags: it is empty, which chooses no tag; ")]
    [InlineData("@a,@b", "--tags: at character 1: \"@a,@b\" is not a tag, but several in one word; ")]
    [InlineData("(@a or @b", "--tags: at character 1: a parenthesis is not closed; ")]
    [InlineData("@a @b", "--tags: at character 4: \"@b\" is not expected here; ")]
    [InlineData("@nobody", "no scenario in ok.feature has tags @nobody")]
    public void A_tag_expression_that_makes_no_sense_is_refused(string tags, string complaint) =>
        AssertRefused(complaint, "--tags", tags, "ok.feature");

    [Theory]
    [InlineData("virtul", "there is no rig \"virtul\"; did you mean \"virtual\"? allowed: none, raspberry-pi, ")]
    [InlineData("./gone.json", "./gone.json: there is no such rig file")]
    [InlineData("key.json", "key.json:2: unknown setting \"keypda\"; did you mean \"keypad\"? allowed: ")]
    [InlineData("half.json", "half.json:1: ")]
    [InlineData("later.json", "later.json:1: meter.kind \"process\" is not in this version; allowed: ")]
    [InlineData("odd/rig.json", "odd/./p.json:1: display is 20x3; allowed: 8x1, 16x2, 20x2, 20x4")]
    [InlineData("tables.json", "tables.json:1: staTables: gone/tables.json: there is no such file")]
    public void A_rig_that_cannot_be_built_is_refused(string rig, string complaint)
    {
        Write("key.json", "{\n  \"keypda\": {}\n}");
        Write("half.json", "{");
        Write("later.json", "{\"meter\": {\"kind\": \"process\"}}");
        Write("odd/p.json", "{\"display\": {\"columns\": 20, \"lines\": 3}}");
        Write("odd/rig.json", "{\"display\": {\"columns\": 20, \"lines\": 3}, \"profile\": \"./p.json\"}");
        Write("tables.json", "{\"staTables\": \"gone/tables.json\"}");
        AssertRefused(complaint, "--rig", rig, "ok.feature");
    }

    [Theory]
    [InlineData("ok.feature", "--report \"ok.feature\": cannot be written: ")]
    [InlineData("ok.feature/below", "--report \"ok.feature/below\": cannot be written: ")]
    [InlineData("", "--report \"\": cannot be written: ")]
    [InlineData("/proc", "--report \"/proc\": cannot be written: ")]
    [InlineData("taken", "--report \"taken\": cannot be written: taken/junit.xml is a folder")]
    public void A_report_that_could_not_be_written_stops_the_run_before_it_begins(string folder, string complaint)
    {
        Directory.CreateDirectory(PathOf("taken/junit.xml"));
        Complaint.Begins(complaint, Run("run", "ok.feature", "--report", folder));
        Assert.Empty(Directory.EnumerateFiles(PathOf("taken")));
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_change_nothing()
    {
        Write("windows.feature", "\uFEFF" + Samples.Green.ReplaceLineEndings("\r\n"));
        Write("rig.json", "\uFEFF{\r\n  \"seed\": 5\r\n}\r\n");
        var said = Run("run", "windows.feature", "--rig", "rig.json");
        Assert.Equal(("1 scenario on rig rig, seed 5: 1 passed\n", "", 0), (said.Out, said.Error, said.ExitCode));
    }

    [Fact]
    public void A_file_in_another_folder_is_run_from_here_by_its_relative_path()
    {
        Write("far/away/mine.feature", Samples.Red);
        Write("rigs/mine.json", "{\"profile\": \"./words.json\"}");
        Write("rigs/words.json", "{\"words\": {\"accept\": \"Thanks\"}}");
        Directory.CreateDirectory(PathOf("here"));
        var said = Hilbench.Run(PathOf("here"), "run", "../far/away/mine.feature", "--rig", "../rigs/mine.json");
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("  ../far/away/mine.feature:5: Then the meter refuses it as used\n", said.Out);
        Assert.Contains("│ Thanks ", said.Out);
        Assert.EndsWith("\n1 scenario on rig mine, seed 1: 1 failed\n", said.Out);
    }

    private void AssertRefused(string complaint, params string[] arguments)
    {
        var said = Run(["run", "--report", Report, .. arguments]);
        Complaint.Begins(complaint, said);
        Assert.Equal(said.Error, Refused());
        Directory.Delete(PathOf(Report), recursive: true);
    }

    /// <summary>What the report says instead of scenarios.</summary>
    private string Refused()
    {
        var report = XDocument.Load(PathOf($"{Report}/junit.xml")).Root!;
        Assert.Equal(("1", "1"), (report.Attribute("tests")!.Value, report.Attribute("errors")!.Value));
        var error = Assert.Single(report.Descendants("error"));
        Assert.Equal("Undefined", error.Attribute("type")!.Value);
        return error.Value.TrimStart('\n');
    }
}
