using HilBench.Cli.Tests.Fixture;
using HilBench.Input;

namespace HilBench.Cli.Tests;

/// <summary>The program where it is installed, and nobody has a checkout.</summary>
public sealed class InstalledTests : TempFolder
{
    [Fact]
    public void Where_there_is_no_folder_of_features_the_shipped_ones_are_run_and_told()
    {
        Write("opt/features/credit/shipped.feature", Samples.Green);
        Write("desk/note.txt", "");
        string[][] all =
            [["run"], ["run", "features"], ["run", "features/credit"], ["run", "features/credit/shipped.feature:2"]];
        foreach (var words in all)
        {
            var said = Installed("desk", words);
            Assert.Equal(("1 scenario on rig virtual, seed 1: 1 passed\n", 0), (said.Out, said.ExitCode));
            Assert.Equal(
                $"there is no folder features here; these are the ones of the bench, in {PathOf("opt/features")}\n",
                said.Error);
        }
    }

    [Fact]
    public void A_folder_of_features_of_ones_own_is_the_one_that_is_meant()
    {
        Write("opt/features/credit/shipped.feature", Samples.Red);
        Write("desk/features/mine.feature", Samples.Green);
        var said = Installed("desk", "run");
        Assert.Equal(("1 scenario on rig virtual, seed 1: 1 passed\n", "", 0), (said.Out, said.Error, said.ExitCode));

        Complaint.Begins(
            "features/credit: there is no such file or folder", Installed("desk", "run", "features/credit"));
    }

    [Theory]
    [InlineData("features/../../secret.feature")]
    [InlineData("features/none")]
    [InlineData("feature")]
    [InlineData("featuresx/credit")]
    public void Only_what_lies_in_the_shipped_folder_is_found_there(string path)
    {
        Write("opt/features/credit/shipped.feature", Samples.Green);
        Write("secret.feature", Samples.Green);
        Write("optx/features/x.feature", Samples.Green);
        Write("desk/deep/note.txt", "");
        Complaint.Begins($"{path}: there is no such file or folder", Installed("desk/deep", "run", path));
    }

    [Fact]
    public void A_red_scenario_is_repeated_by_the_name_of_the_program_where_that_finds_it()
    {
        Write("lib/hilbench", "");
        Write("desk/red.feature", Samples.Red);
        Directory.CreateDirectory(PathOf("bin"));
        File.CreateSymbolicLink(PathOf("bin/hilbench"), PathOf("lib/hilbench"));

        Assert.Contains("; again: hilbench run red.feature:2 --seed 1\n", Red("lib/hilbench", "bin").Out);
        Assert.Contains("; again: hilbench run red.feature:2 --seed 1\n", Red("lib/hilbench", "lib").Out);
        Assert.Contains($"; again: {PathOf("lib/hilbench")} run red.feature:2", Red("lib/hilbench", "").Out);

        // Another program of that name comes first.
        Write("other/hilbench", "");
        Assert.Contains($"; again: {PathOf("lib/hilbench")} run red", Red("lib/hilbench", "other", "bin").Out);
    }

    [Fact]
    public void A_tool_of_a_folder_is_repeated_as_one()
    {
        Write("desk/red.feature", Samples.Red);
        var tool = PathOf("cache/hilbench/1.2.3/tools/net10.0/any");
        Directory.CreateDirectory(tool);
        Assert.Contains($"; again: dotnet {tool}/hilbench.dll run red.feature:2", OfTheHost(tool).Out);

        Write(".config/dotnet-tools.json", """{ "tools": { "hilbench": { "version": "1.2.3" } } }""");
        Assert.Contains("; again: dotnet hilbench run red.feature:2 --seed 1\n", OfTheHost(tool).Out);
    }

    [Fact]
    public void The_version_says_where_the_files_are_and_the_packages_that_the_projects_name()
    {
        Write("opt/features/shipped.feature", Samples.Green);
        var said = Installed(".", "--version");
        Assert.Equal($"hilbench {ProgramVersion.Number} {ProgramVersion.Commit}", said.OutLines[0]);
        Assert.Contains($"\nprogram: {PathOf("opt")}\nfeatures: {PathOf("opt/features")}\npackages:\n", said.Out);
        string[] named = ["BouncyCastle.Cryptography", "Iot.Device.Bindings", "Reqnroll", "System.Device.Gpio",
            "System.IO.Ports"];
        Assert.All(named, package => Assert.Contains($"\n  {package} ", said.Out));
        Assert.Contains("features: none beside it\n", Run("--version").Out);
    }

    [Fact]
    public void The_packages_are_those_on_which_the_libraries_of_the_house_depend()
    {
        const string List = """
            { "runtimeTarget": { "name": "t" }, "targets": { "t": {
              "hilbench/1.0.0": { "dependencies": { "HilBench.Rig": "1.0.0", "Zeta": "3.0.0" } },
              "HilBench.Rig/1.0.0": { "dependencies": { "alpha": "2.1.0", "HilBench.Input": "1.0.0" } },
              "HilBench.Input/1.0.0": {}, "Zeta/3.0.0": { "dependencies": { "Deep": "9.0.0" } } } } }
            """;
        Assert.Equal(["alpha 2.1.0", "Zeta 3.0.0"], UsedPackages.Of(List));
    }

    [Theory]
    [InlineData("5f9f56cb36cfb785150a3ec83bc03dbe926cbb07\n", "1.0.0+5f9f56cb36cf", "of commit 5f9f56cb36cf")]
    [InlineData("5f9f56cb36cfb785 changed", "1.0.0+5f9f56cb36cf.changed",
        "of commit 5f9f56cb36cf, with changes that are not committed")]
    [InlineData("", "1.0.0", "of an unknown commit")]
    [InlineData("$Format:%H$", "1.0.0", "of an unknown commit")]
    [InlineData("abc whatever", "1.0.0", "of an unknown commit")]
    public void The_commit_is_what_stands_in_the_file_beside_the_program(string text, string whole, string said)
    {
        Write("commit.txt", text);
        var words = ProgramVersion.WordsOf(PathOf("commit.txt"));
        Assert.Equal((whole, said), (ProgramVersion.Of("1.0.0", words), ProgramVersion.Said(words)));
        Assert.Empty(ProgramVersion.WordsOf(PathOf("gone.txt")));
    }

    private Said Installed(string desk, params string[] words) =>
        Hilbench.RunAs(usual => usual with { Folder = PathOf("opt") }, PathOf(desk), words);

    private Said Red(string program, params string[] path) => Hilbench.RunAs(
        usual => usual with
        {
            Program = PathOf(program),
            SearchPath = string.Join(
                Path.PathSeparator, path.Select(folder => folder.Length == 0 ? "" : PathOf(folder))),
        },
        PathOf("desk"), "run", "red.feature");

    private Said OfTheHost(string folder) =>
        Hilbench.RunAs(
            usual => usual with { Program = "/usr/bin/dotnet", Folder = folder }, PathOf("desk"), "run", "red.feature");
}
