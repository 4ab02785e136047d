using AngleSharp.Dom;
using Bunit;
using HilBench.RigFiles;
using HilBench.Web.Hand;
using HilBench.Web.Pages;
using HilBench.Web.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace HilBench.Web.Tests.Runs;

/// <summary>The page with the features and the run that goes on.</summary>
public sealed class RunsPageTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly RunFolder _folder = new RunFolder()
        .With("credit.feature", RunFolder.Credit)
        .With("mains/markup.feature", """
            Feature: <script>alert(1)</script>
              Scenario: <img src=x onerror=alert(1)>
                Given the meter holds 1.0 kWh
                When the mains fails
                Then the meter holds 2.0 kWh
            """);

    private readonly RunDesk _desk;

    public RunsPageTests()
    {
        _desk = _folder.Desk();
        _desk.Read().GetAwaiter().GetResult();
        Services.AddLogging().AddLocalization();
        Services.AddSingleton(_folder.Settings);
        Services.AddSingleton(_desk);
        Services.AddSingleton<Hands>();
        Services.AddSingleton<Viewer>();
    }

    [Fact]
    public void Features_are_shown_by_folder_and_file_with_their_tags()
    {
        var page = Open();
        Assert.Equal(
            ["A token counts", "It is used already", "<img src=x onerror=alert(1)>"], Titles(page).Order(ByFile));
        Assert.Equal("mains/", page.Find(".run-folder").TextContent);
        Assert.Contains("@red", page.FindAll(".run-tag").Select(tag => tag.TextContent));
        Assert.All(page.FindAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
    }

    [Fact]
    public void Markup_in_titles_is_text()
    {
        var page = Open();
        Assert.Empty(page.FindAll("script, img"));
        Assert.Contains("<script>alert(1)</script>", page.FindAll(".run-file").Select(one => one.TextContent));
        Click(page, "Run <img src=x onerror=alert(1)>");
        AwaitTitle(page, "1 did not pass");
        Assert.All(page.FindAll("img"), picture => Assert.StartsWith("reports/", picture.GetAttribute("src")));
        Assert.Empty(page.FindAll("script"));
        Assert.DoesNotContain(page.FindAll("*"), one => one.Attributes.Any(
            attribute => attribute.Name is "onerror" or "onclick" or "style"));
    }

    [Fact]
    public void Search_and_tags_narrow_what_is_shown_and_what_the_first_button_runs()
    {
        var page = Open();
        page.Find("#run-words").Input("used already");
        Assert.Equal(["It is used already"], Titles(page));
        Assert.Equal("Run the 1 that are shown", page.Find("button.primary").TextContent.Trim());
        page.Find("#run-words").Input("");
        page.Find("#run-tags").Input("not @credit");
        Assert.Equal(["<img src=x onerror=alert(1)>"], Titles(page));
        page.Find("#run-tags").Input("not");
        Assert.Equal("true", page.Find("#run-tags").GetAttribute("aria-invalid"));
        Assert.Contains("allowed", page.Find("#run-tags-help").TextContent);
        Assert.True(page.Find("button.primary").HasAttribute("disabled"));
    }

    [Fact]
    public void A_run_shows_verdicts_with_their_reasons_pictures_recording_and_report()
    {
        var page = Open();
        page.Find("#run-seed").Change("42");
        page.Find("button.primary").Click();
        AwaitTitle(page, "2 did not pass");
        var red = page.FindAll("tr.run-red").Single(row => row.TextContent.Contains("It is used already"));
        Assert.Equal("failed", red.QuerySelector(".verdict")!.TextContent);
        Assert.Contains("the meter refuses it as used", red.QuerySelector(".run-message")!.TextContent);
        var links = red.QuerySelectorAll("a").ToDictionary(one => one.TextContent, one => one.GetAttribute("href")!);
        Assert.Equal(
            $"recordings?file={_desk.View.Id}%2Fscenarios%2Fcredit-9%2Frecording.hbr", links["Recording"]);
        Assert.Equal($"reports/{_desk.View.Id}/scenarios/credit-9/glass.svg", links["Display"]);
        Assert.Equal($"reports/{_desk.View.Id}/report.html", page.Find(".run-state a").GetAttribute("href"));
        Assert.Contains("seed 42", page.Find(".run-state").TextContent);
        Assert.Equal("3", page.Find("progress").GetAttribute("value"));
    }

    [Fact]
    public void Two_pages_see_the_same_run()
    {
        var (one, other) = (Open(), Open());
        Click(one, "Run A token counts");
        foreach (var page in (IRenderedComponent<RunsPage>[])[one, other])
        {
            AwaitTitle(page, "all passed");
            Assert.Contains("1 passed", page.Find(".run-state").TextContent);
        }
    }

    [Fact]
    public void A_seed_that_is_no_number_and_failed_ones_that_are_none_are_told()
    {
        var page = Open();
        page.Find("#run-seed").Change("-1");
        page.Find("button.primary").Click();
        Assert.Contains("whole number", page.Find(".run-refusal").TextContent);
        page.FindAll(".run-buttons button")[1].Click();
        Assert.Contains("Nothing failed", page.Find(".run-refusal").TextContent);
        Assert.Equal(RunPhase.None, _desk.View.Phase);
    }

    [Fact]
    public void Pins_that_another_page_drives_are_not_taken_for_a_run()
    {
        Services.AddSingleton(_folder.Settings with { Plan = Rigs.Load("raspberry-pi") });
        Services.GetRequiredService<Hands>().Take(new Viewer());
        var page = Open();
        page.Find("button.primary").Click();
        Assert.Contains("Another page drives the meter", page.Find(".run-refusal").TextContent);
        Assert.Equal(RunPhase.None, _desk.View.Phase);
    }

    [Fact]
    public void A_feature_that_is_saved_meanwhile_is_read_again_when_somebody_asks()
    {
        var page = Open();
        _folder.With("new.feature", RunFolder.Credit.Replace("A token counts", "A new one", StringComparison.Ordinal));
        page.FindAll(".run-buttons button")[3].Click();
        page.WaitForAssertion(() => Assert.Contains("A new one", Titles(page)), Patience);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        _desk.Dispose();
        _folder.Dispose();
    }

    private static Comparer<string> ByFile { get; } = Comparer<string>.Create(
        (one, other) => string.CompareOrdinal(other[..1] == "<" ? "A" : "Z", one[..1] == "<" ? "A" : "Z"));

    private IRenderedComponent<RunsPage> Open()
    {
        var page = Render<RunsPage>();
        page.WaitForElement("table", Patience);
        return page;
    }

    private static IReadOnlyList<string> Titles(IRenderedComponent<RunsPage> page) =>
        [.. page.FindAll("tbody th").Select(cell => cell.ChildNodes.OfType<IText>().Last().TextContent.Trim())];

    private static void AwaitTitle(IRenderedComponent<RunsPage> page, string title) => page.WaitForAssertion(
        () => Assert.Contains(title, page.Find(".run-state h2").TextContent), Patience);

    private static void Click(IRenderedComponent<RunsPage> page, string label) =>
        page.FindAll("button").Single(button => button.GetAttribute("aria-label") == label).Click();
}
