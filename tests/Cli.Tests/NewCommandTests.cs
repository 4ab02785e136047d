using System.Text.RegularExpressions;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>What is written to begin with runs as it is, and nothing is ever overwritten.</summary>
public sealed partial class NewCommandTests : TempFolder
{
    [Fact]
    public void A_new_feature_passes_and_lint_has_nothing_to_say()
    {
        Assert.Equal(0, Run("new", "feature", "first").ExitCode);
        Assert.Contains("2 passed", Run("run", "first.feature").Out);
        Assert.Equal("1 file, 2 scenarios: nothing found\n", Run("lint", "first.feature").Out);
    }

    [Fact]
    public void A_new_profile_is_a_meter()
    {
        Assert.Equal(0, Run("new", "profile", "acme").ExitCode);
        Write("a.feature", """
            Feature: f
              Scenario: s
                Given a meter with:
                  | profile | acme.json |
                And a 5.0 kWh credit token
                When the customer keys in the token
                Then the display shows "Accept"
            """.Replace("| profile |", "| name    | value     |\n      | profile |"));
        Assert.Contains("1 passed", Run("run", "a.feature").Out);
    }

    [Fact]
    public void A_new_rig_runs_what_the_rig_virtual_runs()
    {
        Assert.Equal(0, Run("new", "rig", "bench-2").ExitCode);
        Write("a.feature", Samples.Green);
        Assert.Equal(
            "1 scenario on rig bench-2, seed 1: 1 passed\n", Run("run", "a.feature", "--rig", "bench-2.json").Out);
    }

    [Theory]
    [InlineData("feature", "--wait")]
    [InlineData("profile", "meter")]
    [InlineData("rig", "meter")]
    public void What_is_to_be_typed_next_works(string what, string wantsATerminal)
    {
        var said = Run("new", what, "next");
        var commands = said.OutLines.SkipWhile(line => line != "now type:").Skip(1).TakeWhile(line => line[0] == ' ')
            .Select(line => Words().Match(line).Groups[1].Value.Split(' ')).ToArray();
        Assert.True(commands.Length >= 2);
        foreach (var words in commands)
        {
            var next = Run(words);
            if (words[0] == wantsATerminal) Assert.Contains("the meter can only be drawn in a terminal", next.Error);
            else Assert.Equal((0, ""), (next.ExitCode, next.Error.Contains("lives a second") ? "" : next.Error));
        }
    }

    [Fact]
    public void The_folder_of_an_editor_has_its_settings_and_the_sentences()
    {
        Assert.Equal(0, Run("new", "editor").ExitCode);
        Assert.Equal(
            ["extensions.json", "hilbench-sentences.ts", "settings.json", "tasks.json"],
            Directory.GetFiles(PathOf(".vscode")).Select(Path.GetFileName).Order());
        Assert.Equal(File.ReadAllText(PathOf(".vscode/hilbench-sentences.ts")), Run("steps", "--glue").Out);
    }

    [Theory]
    [InlineData("feature", "a.feature")]
    [InlineData("profile", "a.json")]
    [InlineData("rig", "a.json")]
    public void What_is_there_already_stays(string what, string file)
    {
        Write(file, "mine");
        Complaint.Is(
            $"{file}: is there already and is left as it is; take another name, or move it away",
            Run("new", what, "a"));
        Assert.Equal("mine", File.ReadAllText(PathOf(file)));
        Assert.Single(Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public void Of_several_files_all_are_written_or_none()
    {
        Write(".vscode/tasks.json", "mine");
        Complaint.Begins(".vscode/tasks.json: is there already", Run("new", "editor"));
        Assert.Equal(["tasks.json"], Directory.GetFiles(PathOf(".vscode")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("feature", "a/b", "has a folder in it; go there first, and give the name alone")]
    [InlineData("rig", "..\\b", "has a folder in it; go there first, and give the name alone")]
    [InlineData("rig", "a b", "is no name; allowed: 1 to 60 letters, digits, - and _, of which the first is a ")]
    [InlineData("profile", "", "is no name; allowed: ")]
    [InlineData("profile", ".json", "is no name; allowed: ")]
    [InlineData("feature", "a:b", "is no name; allowed: ")]
    [InlineData("rig", "virtual", "is a rig that comes with the bench; take another name")]
    [InlineData("rig", "None", "is a rig that comes with the bench; take another name")]
    [InlineData("profile", "clou.json", "is a profile that comes with the bench; take another name")]
    public void A_name_that_is_none_is_refused(string what, string name, string why)
    {
        Complaint.Begins($"hilbench new {what}: \"{name}\" {why}", Run("new", what, name));
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public void An_ending_is_not_written_twice()
    {
        Run("new", "feature", "one.feature");
        Assert.True(File.Exists(PathOf("one.feature")));
    }

    /// <summary>What stands behind the program, however it was started.</summary>
    [GeneratedRegex(@"(?:hilbench(?:\.dll)?|--) ([a-z].*)$")]
    private static partial Regex Words();
}
