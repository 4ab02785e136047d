using HilBench.Input;
using HilBench.Recording;
using HilBench.Web.Settings;
using HilBench.Web.Waves;
using static HilBench.Web.Tests.Waves.TestTape;

namespace HilBench.Web.Tests.Waves;

/// <summary>Only recordings below the folder of reports are opened.</summary>
public sealed class RecordingFilesTests : IDisposable
{
    private const string Refused = "is not opened; allowed: a file .hbr below the folder of reports";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("hilbench-waves-");
    private readonly string _reports;
    private readonly RecordingFiles _files;

    public RecordingFilesTests()
    {
        _reports = Path.Combine(_home.FullName, "reports");
        Put("reports/run-1/scenarios/a-3/recording.hbr");
        Put("out/recording.hbr");
        Put("reports-of-others/recording.hbr");
        _files = Files(_reports);
    }

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void A_recording_of_a_run_is_opened_by_its_path_and_says_what_it_is_of()
    {
        var opened = _files.Open("run-1/scenarios/a-3/recording.hbr");
        Assert.Equal(
            ("A digit", "features/a.feature:3, virtual, generic, seed 7, passed", 16, 2, false),
            (opened.Title, opened.Facts, opened.Columns, opened.Rows, opened.IsCut));
        Assert.Equal(Ms(500), opened.Reel.To);
    }

    [Theory]
    [InlineData("../out/recording.hbr")]
    [InlineData("run-1/../../out/recording.hbr")]
    [InlineData("../reports-of-others/recording.hbr")]
    [InlineData("run-1/./scenarios/a-3/recording.hbr")]
    [InlineData("run-1//scenarios/a-3/recording.hbr")]
    [InlineData("run-1\\scenarios\\a-3\\recording.hbr")]
    [InlineData("/etc/passwd")]
    [InlineData("run-1/scenarios/a-3")]
    [InlineData("run-1/none.hbr")]
    [InlineData("a\0.hbr")]
    [InlineData("")]
    public void No_other_path_leads_anywhere(string path)
    {
        var wrong = Assert.Throws<SettingsException>(() => _files.Open(path));
        Assert.EndsWith(Refused, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absolute_path_is_refused_even_if_it_leads_into_the_folder() =>
        Assert.Throws<SettingsException>(
            () => _files.Open(Path.Combine(_reports, "run-1/scenarios/a-3/recording.hbr")));

    [Fact]
    public void A_link_that_leads_out_is_refused_and_one_that_stays_inside_is_followed()
    {
        File.CreateSymbolicLink(Inside("file.hbr"), Path.Combine(_home.FullName, "out/recording.hbr"));
        File.CreateSymbolicLink(Inside("relative.hbr"), "../out/recording.hbr");
        Directory.CreateSymbolicLink(Inside("folder"), Path.Combine(_home.FullName, "out"));
        Directory.CreateSymbolicLink(Inside("round"), Inside("round"));
        foreach (var path in new[] { "file.hbr", "relative.hbr", "folder/recording.hbr", "round/recording.hbr" })
            Assert.EndsWith(Refused, Assert.Throws<SettingsException>(() => _files.Open(path)).Message);
        Directory.CreateSymbolicLink(Inside("newest"), "run-1");
        Assert.Equal("A digit", _files.Open("newest/scenarios/a-3/recording.hbr").Title);
    }

    [Fact]
    public void The_folder_itself_may_be_a_link()
    {
        var link = Path.Combine(_home.FullName, "link");
        Directory.CreateSymbolicLink(link, _reports);
        Assert.Equal("A digit", Files(link).Open("run-1/scenarios/a-3/recording.hbr").Title);
    }

    [Fact]
    public void The_list_has_recordings_below_the_folder_the_newest_first_and_none_behind_a_link()
    {
        Put("reports/run-2/recording.hbr");
        File.WriteAllText(Inside("run-2/junit.xml"), "");
        File.SetLastWriteTimeUtc(Inside("run-1/scenarios/a-3/recording.hbr"), new DateTime(2024, 1, 1));
        Directory.CreateSymbolicLink(Inside("folder"), Path.Combine(_home.FullName, "out"));
        Assert.Equal(["run-2/recording.hbr", "run-1/scenarios/a-3/recording.hbr"], _files.List());
        Assert.Empty(Files(Path.Combine(_home.FullName, "nowhere")).List());
    }

    [Fact]
    public void What_is_no_recording_is_refused_in_one_line()
    {
        File.WriteAllText(Inside("text.hbr"), "<script>\n");
        Assert.Equal(
            "text.hbr: is no recording; allowed: a file .hbr that hilbench has written",
            Assert.Throws<SettingsException>(() => _files.Open("text.hbr")).Message);
        using (var big = File.Create(Inside("big.hbr"))) big.SetLength(RecordingFiles.MostBytes + 1);
        Assert.Equal(
            "big.hbr: is too long; allowed: recordings of up to 64 MB",
            Assert.Throws<SettingsException>(() => _files.Open("big.hbr")).Message);
    }

    [Theory]
    [InlineData(long.MaxValue, 0)]
    [InlineData(0, long.MaxValue)]
    [InlineData(-1, 0)]
    public void Times_that_no_rig_has_are_refused(long at, long took)
    {
        using var recorder = new FlightRecorder(looksInside: true);
        recorder.Note(new RigCall { Do = RigVerb.Settle, At = new TimeSpan(at), Took = new TimeSpan(took) });
        using var whole = new MemoryStream();
        recorder.Write(whole, new RecordingHead(), new RecordingEnd());
        whole.Position = 0;
        Assert.Equal(
            "a.hbr: cannot be read as a recording: it has times or wires that no rig has",
            Assert.Throws<SettingsException>(() => RecordingFiles.Read("a.hbr", whole)).Message);
    }

    private static RecordingFiles Files(string reports) =>
        new(new WebSettings { Plan = TestPanel.Plan("none"), Reports = reports });

    private string Inside(string path) => Path.Combine(_reports, path);

    private void Put(string path)
    {
        var file = Path.Combine(_home.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, RecordingFile());
    }
}
