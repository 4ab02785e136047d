using Deque.AxeCore.Playwright;
using HilBench.Web.Tests.Runs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>Runs and their history, as people around a bench look at them.</summary>
public sealed class RunsInBrowserTests(TestBrowser browser) : IDisposable
{
    private readonly TestPanel _panel = new();

    public void Dispose() => _panel.Dispose();

    [Fact]
    public async Task A_run_that_one_page_begins_is_watched_by_another_to_its_verdicts()
    {
        Write("credit.feature", RunFolder.Credit);
        await using var context = await browser.Context();
        var (one, other) = (await Open(context), await Open(context));
        await one.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        foreach (var page in (IPage[])[one, other])
        {
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The run has ended: 1 did not pass" }))
                .ToBeVisibleAsync();
            var red = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "It is used already" });
            await Expect(red).ToContainTextAsync("failed");
            await Expect(red.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        }

        await TestBrowser.Picture(one, "runs");
        Assert.Empty(_panel.Told);
    }

    [Fact]
    public async Task A_scenario_is_found_and_run_by_the_keyboard_alone()
    {
        Write("credit.feature", RunFolder.Credit);
        await using var context = await browser.Context();
        var page = await Open(context);
        await page.GetByLabel("Search").FocusAsync();
        await page.Keyboard.TypeAsync("counts");
        await Expect(page.GetByText("Scenarios: 1, files: 1")).ToBeVisibleAsync();
        var run = page.GetByRole(AriaRole.Button, new() { Name = "Run the 1 that are shown" });
        for (var tabs = 0; tabs < 10 && !await run.EvaluateAsync<bool>("e => e === document.activeElement"); tabs++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The run has ended: all passed" }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_report_is_read_in_the_browser_and_its_script_can_do_nothing_to_the_panel()
    {
        Write("credit.feature", RunFolder.Credit);
        await using var context = await browser.Context();
        var page = await Open(context);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        var report = await context.RunAndWaitForPageAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "Report of this run" }).ClickAsync());
        var wrong = new List<string>();
        report.PageError += (_, what) => wrong.Add(what);
        report.Console += (_, said) =>
        {
            if (said.Type == "error") wrong.Add(said.Text);
        };
        await Expect(report.GetByText("It is used already").First).ToBeVisibleAsync();
        await report.ReloadAsync();
        await Expect(report.GetByText("It is used already").First).ToBeVisibleAsync();
        await report.GetByPlaceholder("Search with text or @tags").FillAsync("counts");
        await report.Keyboard.PressAsync("Enter");
        await Expect(report.GetByText("It is used already")).ToHaveCountAsync(0);
        Assert.Empty(wrong);
        Assert.Equal("null", await report.EvaluateAsync<string>("self.origin"));
        Assert.Equal("refused", await report.EvaluateAsync<string>(
            "fetch('/runs').then(() => 'reached', () => 'refused')"));
        Assert.Equal("refused", await report.EvaluateAsync<string>(
            "(() => { try { return document.cookie; } catch { return 'refused'; } })()"));
        Assert.Null(await report.EvaluateAsync<object?>("window.opener"));
        await TestBrowser.Picture(report, "report");
    }

    [Fact]
    public async Task What_changed_between_two_runs_is_shown_after_choosing_them()
    {
        Write("credit.feature", RunFolder.Credit.Replace("refuses it as used", "accepts it", StringComparison.Ordinal));
        await using var context = await browser.Context();
        var page = await Open(context);
        await RunAll(page, "all passed");
        Write("credit.feature", RunFolder.Credit);
        await RunAll(page, "1 did not pass");
        await page.GetByRole(AriaRole.Link, new() { Name = "History", Exact = true }).ClickAsync();
        await page.GetByLabel("From run 1").CheckAsync();
        await page.GetByLabel("To run 2").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what changed" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "From run 1 to run 2" })).ToBeVisibleAsync();
        await Expect(page.Locator("tr.run-red")).ToContainTextAsync("newly red");
        await TestBrowser.Picture(page, "history");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1200)]
    [InlineData(ColorScheme.Dark, 1200)]
    [InlineData(ColorScheme.Light, 380)]
    public async Task Runs_and_history_keep_the_rules_of_accessible_pages(ColorScheme colours, int width)
    {
        Write("credit.feature", RunFolder.Credit);
        Write("odd.feature", "Feature: Odd\n  Scenario: One\n    When the customer eats the token\n");
        Write("deep/er.feature", RunFolder.Credit);
        await using var context = await browser.Context(new()
        {
            Locale = "en-GB", ColorScheme = colours, ViewportSize = new() { Width = width, Height = 800 },
        });
        var page = await Open(context);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing ran" })).ToBeVisibleAsync();
        await Check(page, $"runs-{colours}-{width}-refused");
        await page.GetByLabel("Tags", new() { Exact = true }).FillAsync("@credit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run the 4 that are shown" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The run has ended: 2 did not pass" }))
            .ToBeVisibleAsync();
        await Check(page, $"runs-{colours}-{width}");
        await page.GotoAsync(_panel.Address + "history?run=1");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Run no. 1: red" })).ToBeVisibleAsync();
        await Check(page, $"history-{colours}-{width}");
    }

    private static async Task Check(IPage page, string picture)
    {
        await TestBrowser.Picture(page, picture);
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Select(one => $"{one.Id}: {one.Help}: {one.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private static async Task RunAll(IPage page, string how)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"The run has ended: {how}" })).ToBeVisibleAsync();
    }

    private Task<IPage> Open(IBrowserContext context) => TestBrowser.Open(context, _panel.Address + "runs");

    private void Write(string file, string text)
    {
        var path = Path.Combine(_panel.Features, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
