using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests.Browser;

/// <summary><c>report.html</c>, opened from disk in a browser.</summary>
public sealed class ReportPageTests : TempFolder
{
    /// <summary>A scenario that passed and one that did not; the name of the file needs an escape in links.</summary>
    private const string Feature = """
        Feature: Prüfung
          Scenario: A token counts
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter accepts it
          Scenario: A token is refused
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter refuses it
        """;

    [Fact]
    public async Task A_red_scenario_shows_its_glass_and_wires_and_links_its_recording_and_wants_nothing_from_outside()
    {
        Chromium.Demand();
        var page = Report("none");
        var seen = await LookedAt.Open(page);
        Assert.Empty(seen.Requests);
        Assert.Equal(
            ["expected.svg", "on the glass.svg", "the glass over time.svg", "the wires from the last key on.svg"],
            seen.Pictures.Where(one => one.Status == "FAILED").Select(one => one.Title));
        Assert.All(
            seen.Pictures.Where(one => one.Status == "FAILED"), one => Assert.True(one.IsOpen && one.Shown > 300));
        var green = Assert.Single(seen.Pictures, one => one.Status == "PASSED");
        Assert.Equal(("the glass at the end.svg", false), (green.Title, green.IsOpen));
        Assert.All(seen.Pictures, one => Assert.True(one.Width > 300, $"{one.Title} cannot be drawn"));
        Assert.Contains("the last keys, of 21", seen.Text);
        Assert.Contains("21 of 21 seen by the scanner", seen.Text);
        var folder = new Uri(PathOf("out/scenarios/prüfung-6/")).AbsoluteUri;
        Assert.Equal(
            [folder + "recording.hbr", folder + "wave.vcd"], seen.Links.Where(link => !link.Contains(".html")));
        Assert.All(seen.Links, link => Assert.True(File.Exists(new Uri(link).LocalPath), $"{link} leads nowhere"));
        Assert.Equal(["Scenarios", "Hooks"], seen.Headings);
        Assert.DoesNotContain("since run", seen.Text);
    }

    [Fact]
    public async Task What_changed_since_the_run_before_stands_above_the_scenarios()
    {
        Chromium.Demand();
        Report("h.db");
        Write("prüfung.feature", Feature.Replace("accepts", "refuses", StringComparison.Ordinal));
        Run("run", "prüfung.feature", "--report", "out", "--history", "h.db");
        var seen = await LookedAt.Open(PathOf("out/report.html"));
        Assert.Equal(["Hooks", "Scenarios"], seen.Headings);
        Assert.Contains("(1 passed, 1 failed): 1 newly red", seen.Text);
        Assert.Contains("newly red: it passed in run 1", seen.Text);
        Assert.Contains("red since run 1", seen.Text);
    }

    /// <summary>The two tests above would see it.</summary>
    [Fact]
    public async Task A_page_that_wants_something_from_outside_is_found_out()
    {
        Chromium.Demand();
        const string Elsewhere = "https://nowhere.invalid/picture.png";
        var seen = await LookedAt.Open(Report("none"), $"<img src=\"{Elsewhere}\">");
        Assert.Contains(seen.Requests, one => one.StartsWith("https://nowhere.invalid", StringComparison.Ordinal));
    }

    private string Report(string history)
    {
        Write("prüfung.feature", Feature);
        Assert.Equal(1, Run("run", "prüfung.feature", "--report", "out", "--history", history).ExitCode);
        return PathOf("out/report.html");
    }
}
