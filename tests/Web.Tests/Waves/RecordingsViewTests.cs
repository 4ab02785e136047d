using Bunit;
using HilBench.Web.Settings;
using HilBench.Web.Waves;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using static HilBench.Web.Tests.Waves.TestTape;

namespace HilBench.Web.Tests.Waves;

/// <summary>The page that opens recordings, without a browser.</summary>
public sealed class RecordingsViewTests : BunitContext
{
    private readonly DirectoryInfo _reports = Directory.CreateTempSubdirectory("hilbench-waves-");

    public RecordingsViewTests()
    {
        Services.AddLocalization();
        Services.AddSingleton(new RecordingFiles(
            new WebSettings { Plan = TestPanel.Plan("none"), Reports = _reports.FullName }));
    }

    [Fact]
    public void An_uploaded_recording_is_shown()
    {
        var page = Render<RecordingsView>();
        Upload(page, InputFileContent.CreateFromBinary(RecordingFile("<i>A digit</i>"), "mine.hbr"));
        page.WaitForElement(".wave-viewer");
        Assert.Equal("mine.hbr", page.Find("h2").TextContent);
        Assert.Contains("<i>A digit</i>", page.Find(".wave-of").TextContent);
        Assert.Empty(page.FindAll("i"));
        Assert.Contains(page.FindAll(".wave-names button"), one => one.TextContent == "KEY_1");
    }

    [Fact]
    public void What_is_no_recording_is_told_in_one_line_and_takes_the_last_one_away()
    {
        var page = Render<RecordingsView>();
        Upload(page, InputFileContent.CreateFromBinary(RecordingFile(), "mine.hbr"));
        page.WaitForElement(".wave-viewer");
        Upload(page, InputFileContent.CreateFromText("<script>alert(1)</script>", "a\n<b>.hbr"));
        page.WaitForElement("[role=alert]");
        Assert.Equal(
            "a <b>.hbr: is no recording; allowed: a file .hbr that hilbench has written",
            page.Find("[role=alert]").TextContent);
        Assert.Empty(page.FindAll(".wave-viewer"));
    }

    [Fact]
    public void What_is_too_long_is_not_even_taken()
    {
        var page = Render<RecordingsView>();
        var file = InputFileContent.CreateFromBinary(new byte[RecordingFiles.MostBytes + 1], "long.hbr");
        Upload(page, file);
        Assert.Equal(
            "long.hbr: is too long; allowed: recordings of up to 64 MB",
            page.WaitForElement("[role=alert]").TextContent);
    }

    [Fact]
    public void Recordings_of_runs_are_links_and_one_is_opened_by_its_address()
    {
        Directory.CreateDirectory(Path.Combine(_reports.FullName, "run 1"));
        File.WriteAllBytes(Path.Combine(_reports.FullName, "run 1", "a&b.hbr"), RecordingFile());
        var page = Render<RecordingsView>();
        Assert.Equal("recordings?file=run%201%2Fa%26b.hbr", page.Find(".wave-files a").GetAttribute("href"));
        page.Render(with => with.Add(one => one.File, "run 1/a&b.hbr"));
        Assert.Equal("run 1/a&b.hbr", page.Find("h2").TextContent);
        page.Render(with => with.Add(one => one.File, "../a.hbr"));
        Assert.Contains("is not opened", page.Find("[role=alert]").TextContent);
        Assert.Empty(page.FindAll("h2"));
    }

    [Fact]
    public void After_an_upload_the_one_of_the_address_can_be_had_again()
    {
        File.WriteAllBytes(Path.Combine(_reports.FullName, "a.hbr"), RecordingFile());
        var page = Render<RecordingsView>(with => with.Add(one => one.File, "a.hbr"));
        Upload(page, InputFileContent.CreateFromBinary(RecordingFile(), "mine.hbr"));
        page.WaitForAssertion(() => Assert.Equal("mine.hbr", page.Find("h2").TextContent));
        page.Render(with => with.Add(one => one.File, "a.hbr"));
        Assert.Equal("a.hbr", page.Find("h2").TextContent);
    }

    [Fact]
    public void A_display_of_any_size_that_a_file_claims_is_drawn_small()
    {
        var page = Render<RecordingsView>();
        var wide = new string('W', 100_000);
        Upload(page, InputFileContent.CreateFromBinary(
            RecordingFile(lines: [.. Enumerable.Repeat(wide, 50)]), "wide.hbr"));
        page.WaitForElement(".wave-viewer");
        page.FindAll(".wave-slider input")[0].Input("800");
        Assert.Equal(40 * 8, page.FindAll(".wave-side .lit").Count);
        Assert.InRange(page.Markup.Length, 1000, 1_000_000);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_reports.Exists) _reports.Delete(recursive: true);
    }

    private static void Upload(IRenderedComponent<RecordingsView> page, InputFileContent file) =>
        page.FindComponent<InputFile>().UploadFiles(file);
}
