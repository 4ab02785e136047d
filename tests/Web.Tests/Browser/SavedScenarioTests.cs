using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>What was recorded by hand is worth something: it is green on this meter, and red on a broken one.</summary>
public class SavedScenarioTests(TestBrowser browser)
{
    [Fact]
    public async Task A_scenario_recorded_by_hand_is_green_at_once_and_red_on_a_meter_that_forgets()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await RecordingByHandTests.RecordAToken(page);
        await page.Locator("#scenario-title").FillAsync("Bought at the counter");
        await page.Locator("#save").ClickAsync();
        await page.Locator("#run-it").ClickAsync();
        await Expect(page.Locator("#ran")).ToContainTextAsync("passed");

        // The same feature on a meter whose memory keeps nothing of what it is told to save.
        var text = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "rigs", "virtual.json"), TestContext.Current.CancellationToken);
        var broken = Path.Combine(panel.Home, "broken.json");
        await File.WriteAllTextAsync(
            broken,
            text.Replace("\"seed\": 1,", "\"seed\": 1, \"faults\": [{ \"kind\": \"memory-refuses\" }],"),
            TestContext.Current.CancellationToken);
        using var other = new TestPanel(broken, home: panel.Home);
        var runs = await TestBrowser.Open(context, other.Address + "runs");
        await runs.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        await Expect(runs.Locator(".run-red .verdict")).ToContainTextAsync("failed");
        await TestBrowser.Picture(runs, "red-on-a-broken-meter");
    }
}
