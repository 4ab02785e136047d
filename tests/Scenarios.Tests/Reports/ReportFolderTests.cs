using System.Text;
using HilBench.Scenarios.Reports;

namespace HilBench.Scenarios.Tests.Reports;

/// <summary>
/// A folder of reports holds a whole one of this run, and what else lies in it is nobody's business.
/// </summary>
public sealed class ReportFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hilbench-report-").FullName;

    private string Out => PathOf("out");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_report_is_built_beside_its_folder_and_swapped_in()
    {
        using (var folder = Open(Out))
        {
            Assert.False(Directory.Exists(Out));
            folder.Write(to =>
            {
                to.Write("new"u8);
                Assert.True(System.IO.File.Exists(PathOf("out.part/junit.xml")));
                Assert.False(Directory.Exists(Out));
            });
        }

        Assert.Equal("new", Report());
        Assert.Equal(["out"], Names(_root));
        Assert.Equal(["junit.xml"], Names(Out));
    }

    [Fact]
    public void An_older_report_is_replaced_and_all_else_in_its_folder_stays()
    {
        Fill("deep/out/junit.xml", "old");
        Fill("deep/out/notes.txt", "mine");
        Fill("deep/out/below/junit.xml", "mine too");
        Write(PathOf("deep/out"), "new");
        Assert.Equal("new", System.IO.File.ReadAllText(PathOf("deep/out/junit.xml")));
        Assert.Equal("mine", System.IO.File.ReadAllText(PathOf("deep/out/notes.txt")));
        Assert.Equal("mine too", System.IO.File.ReadAllText(PathOf("deep/out/below/junit.xml")));
        Assert.Equal(["out"], Names(PathOf("deep")));
    }

    [Fact]
    public void An_older_report_is_not_taken_for_the_one_of_a_run_that_was_killed()
    {
        Fill("out/junit.xml", "old");
        using var folder = Open(Out);
        Assert.Equal("unfinished", Report());
        folder.Write(to =>
        {
            to.Write("new"u8);
            Assert.Equal("unfinished", Report());
        });
        Assert.Equal("new", Report());
    }

    [Fact]
    public void A_place_holder_that_cannot_be_written_leaves_the_older_report()
    {
        Fill("out/junit.xml", "old");
        var wrong = Assert.Throws<ReportException>(() => ReportFolder.Open(
            Out, _ => throw new IOException("No space left on device : '/deep/out.part/junit.xml'", hresult: 28)));
        Assert.Equal($"--report \"{Out}\": cannot be written: the disk is full", wrong.Message);
        Assert.Equal("old", Report());
        Assert.Equal(["out"], Names(_root));
        Assert.Equal(["junit.xml"], Names(Out));
    }

    [Theory]
    [InlineData("Something odd : '/deep/out.part/.trial'", 5, "Something odd")]
    [InlineData("File too large : '/deep/out.part/junit.xml'", 27, "it would be larger than a file may be here")]
    [InlineData("Disk quota exceeded : '/deep/out.part/junit.xml'", 122, "the disk is full")]
    public void Files_that_a_report_is_built_from_are_not_named(string message, int code, string told)
    {
        using var folder = Open(Out);
        var wrong = Assert.Throws<ReportException>(() => folder.Write(_ => throw new IOException(message, code)));
        Assert.Equal($"--report \"{Out}\": cannot be written: {told}", wrong.Message);
    }

    [Fact]
    public void A_report_that_cannot_be_finished_leaves_no_half_and_no_older_one()
    {
        Fill("out/junit.xml", "old");
        using (var folder = Open(Out))
        {
            var wrong = Assert.Throws<ReportException>(() => folder.Write(to =>
            {
                to.Write(new byte[100_000]);
                throw new IOException("No space left on device");
            }));
            Assert.Equal(
                $"--report \"{Out}\": cannot be written: No space left on device; "
                + "the report there says that this run did not finish",
                wrong.Message);
            Assert.Equal("unfinished", Report());
        }

        Assert.Equal("unfinished", Report());
        Assert.Equal(["out"], Names(_root));
        Assert.Equal(["junit.xml"], Names(Out));
    }

    [Fact]
    public void A_run_that_writes_nothing_leaves_nothing_that_looks_finished()
    {
        Fill("out/junit.xml", "old");
        Open(Out).Dispose();
        Open(PathOf("other")).Dispose();
        Assert.Equal(["out"], Names(_root));
        Assert.Equal("unfinished", Report());
    }

    [Fact]
    public void Where_the_folder_is_a_link_the_folder_behind_it_gets_the_report()
    {
        Fill("real/junit.xml", "old");
        Directory.CreateSymbolicLink(Out, PathOf("real"));
        Write(Out, "new");
        Assert.Equal("new", System.IO.File.ReadAllText(PathOf("real/junit.xml")));
        Assert.NotNull(new DirectoryInfo(Out).LinkTarget);
        Assert.Equal(["out", "real"], Names(_root));
    }

    [Fact]
    public void A_link_to_a_folder_that_is_not_there_yet_leads_to_a_new_one()
    {
        Directory.CreateSymbolicLink(Out, PathOf("later"));
        Write(Out, "new");
        Assert.Equal("new", System.IO.File.ReadAllText(PathOf("later/junit.xml")));
    }

    [Fact]
    public void A_report_that_is_a_link_is_replaced_and_what_it_led_to_is_not_written()
    {
        Fill("elsewhere.xml", "mine");
        Directory.CreateDirectory(Out);
        System.IO.File.CreateSymbolicLink(PathOf("out/junit.xml"), PathOf("elsewhere.xml"));
        Write(Out, "new");
        Assert.Equal("new", Report());
        Assert.Equal("mine", System.IO.File.ReadAllText(PathOf("elsewhere.xml")));
    }

    [Fact]
    public void Nothing_may_be_made_beside_a_folder_so_it_is_made_inside()
    {
        Fill("out/junit.xml", "old");
        // A file of that name is in the way, as a folder that may not be written to would be.
        Fill("out.part", "mine");
        Write(Out, "new");
        Assert.Equal("new", Report());
        Assert.Equal("mine", System.IO.File.ReadAllText(PathOf("out.part")));
        Assert.Equal(["junit.xml"], Names(Out));
    }

    [Fact]
    public void What_a_killed_run_left_is_taken_over()
    {
        Fill("out.part/junit.xml", "half");
        Fill("out.part/.lock", "");
        Write(Out, "new");
        Assert.Equal("new", Report());
        Assert.Equal(["out"], Names(_root));
    }

    [Fact]
    public void A_folder_in_the_way_that_is_not_ours_is_left_alone()
    {
        Fill("out.part/thesis.doc", "mine");
        Fill("out.part/junit.xml", "mine");
        var wrong = Assert.Throws<ReportException>(() => Open(Out));
        Assert.EndsWith(
            "out.part is in the way: thesis.doc in it belongs to no report; move it away, or name another folder",
            wrong.Message);
        Assert.Equal(["junit.xml", "thesis.doc"], Names(PathOf("out.part")));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Two_runs_do_not_build_in_the_same_place()
    {
        Fill("out/junit.xml", "old");
        using var first = Open(Out);
        var wrong = Assert.Throws<ReportException>(() => Open(Out));
        Assert.EndsWith("cannot be written: another run is going to write its report there", wrong.Message);
        first.Write(to => to.Write("first"u8));
        first.Dispose();
        Write(Out, "second");
        Assert.Equal("second", Report());
    }

    [Theory]
    [InlineData("")]
    [InlineData("file")]
    [InlineData("file/below")]
    [InlineData("taken")]
    [InlineData("round")]
    public void A_place_where_no_report_can_stand_is_refused_and_left_as_it_is(string name)
    {
        Fill("file", "mine");
        Fill("taken/junit.xml/mine", "mine");
        Directory.CreateSymbolicLink(PathOf("round"), PathOf("round"));
        var before = Names(_root);
        var folder = name.Length == 0 ? "" : PathOf(name);
        var wrong = Assert.Throws<ReportException>(() => Open(folder));
        Assert.StartsWith($"--report \"{folder}\": cannot be written: ", wrong.Message);
        Assert.DoesNotContain('\n', wrong.Message);
        Assert.Equal(before, Names(_root));
    }

    [Fact]
    public void Folders_of_scenarios_are_swapped_in_and_those_of_an_older_report_go()
    {
        Fill("out/notes.txt", "mine");
        WriteScenario("red-2", "old");
        using (var folder = Open(Out))
        {
            Assert.Equal(["junit.xml", "notes.txt"], Names(Out));
            folder.Write([File("scenarios/red-3/glass.svg", "new"), File("junit.xml", "new")]);
            Assert.Equal("new", Report());
        }

        Assert.Equal(["red-3"], Names(PathOf("out/scenarios")).Where(name => name[0] != '.'));
        Assert.Equal("new", System.IO.File.ReadAllText(PathOf("out/scenarios/red-3/glass.svg")));
        Write(Out, "green");
        Assert.Equal(["junit.xml", "notes.txt"], Names(Out));
        Assert.Equal(["out"], Names(_root));
    }

    [Fact]
    public void Somebody_elses_folder_of_scenarios_is_left_alone_and_said()
    {
        Fill("out/scenarios/thesis.feature", "mine");
        var wrong = Assert.Throws<ReportException>(() => Open(Out));
        Assert.EndsWith(
            "out/scenarios is there and belongs to no report; move it away, or name another folder", wrong.Message);
        Assert.Equal(["thesis.feature"], Names(PathOf("out/scenarios")));
        Assert.Equal(["out"], Names(_root));
    }

    [Fact]
    public void Folders_of_scenarios_that_a_killed_run_left_are_taken_over_and_others_are_not()
    {
        WriteScenario("red-2", "half");
        Directory.Move(Out, PathOf("out.part"));
        Write(Out, "new");
        Assert.Equal(["junit.xml"], Names(Out));
        Fill("out.part/scenarios/thesis.feature", "mine");
        Assert.EndsWith(
            "out.part is in the way: scenarios in it belongs to no report; move it away, or name another folder",
            Assert.Throws<ReportException>(() => Open(Out)).Message);
        Assert.Equal(["thesis.feature"], Names(PathOf("out.part/scenarios")));
    }

    [Fact]
    public void A_report_that_cannot_be_finished_leaves_no_folders_of_scenarios()
    {
        using (var folder = Open(Out))
        {
            Assert.Throws<ReportException>(() => folder.Write(
            [
                File("scenarios/red-2/glass.svg", "new"),
                new ReportFile("junit.xml", _ => throw new IOException("No space left on device")),
            ]));
        }

        Assert.Empty(Names(_root));
    }

    private void WriteScenario(string name, string text)
    {
        using var folder = Open(Out);
        folder.Write([File($"scenarios/{name}/glass.svg", text), File("junit.xml", text)]);
    }

    private static ReportFile File(string path, string text) => new(path, to => to.Write(Encoding.UTF8.GetBytes(text)));

    private static ReportFolder Open(string name) => ReportFolder.Open(name, to => to.Write("unfinished"u8));

    private static void Write(string name, string text)
    {
        using var folder = Open(name);
        folder.Write(to => to.Write(Encoding.UTF8.GetBytes(text)));
    }

    private string Report() => System.IO.File.ReadAllText(Path.Combine(Out, "junit.xml"));

    private string PathOf(string name) => Path.Combine(_root, name);

    private void Fill(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        System.IO.File.WriteAllText(PathOf(name), text);
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order()];
}
