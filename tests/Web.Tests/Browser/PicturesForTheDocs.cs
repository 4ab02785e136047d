using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>
/// Takes the pictures of the panel that the docs show, when the page has changed: with <c>HILBENCH_PICTURES</c> set,
/// <c>dotnet test --project tests/Web.Tests -- --explicit only --filter-class "*PicturesForTheDocs*"</c>, then
/// <c>pngquant 64</c> on them, and into docs/pictures.
/// </summary>
public class PicturesForTheDocs(TestBrowser browser)
{
    private const int Width = 1280;

    [Fact(Explicit = true)]
    public async Task The_meter_while_something_is_recorded_by_hand()
    {
        using var panel = new TestPanel();
        await using var context = await Context(1100);
        var page = await TestBrowser.Open(context, panel.Address);
        await RecordingByHandTests.RecordAToken(page);
        await page.Locator("#scenario-title").FillAsync("Bought at the counter");
        await page.GetByRole(AriaRole.Button, new() { Name = "The display must show" }).ClickAsync();
        await Expect(page.Locator(".chooser")).ToBeVisibleAsync();
        await TestBrowser.Picture(page, "panel");
        Assert.Empty(panel.Told);
    }

    [Fact(Explicit = true)]
    public async Task The_waveforms_of_a_key_press()
    {
        using var panel = new TestPanel();
        await using var context = await Context(760);
        var meter = await TestBrowser.Open(context, panel.Address);
        await MeterPageTests.Key(meter, '7').ClickAsync();
        await Expect(MeterPageTests.Glass(meter)).ToHaveAttributeAsync("aria-label", "Display: 7");
        var page = await TestBrowser.Open(context, panel.Address + "waves");
        await Lane(page, "LCD_E");
        await Press(page, "To the end", "Cursor B", "Edge before");
        await Lane(page, "KEY_7");
        await Press(page, "To the start", "Cursor A", "Next edge", "Zoom in", "Zoom in", "Zoom in");
        await Expect(page.Locator(".wave-facts dd").Nth(2)).Not.ToHaveTextAsync("–");
        if (TestBrowser.Pictures is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "panel-waves.png") });
        Assert.Empty(panel.Told);
    }

    private static Task Lane(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static async Task Press(IPage page, params string[] buttons)
    {
        foreach (var button in buttons)
            await page.Locator(".wave-bar").GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    private Task<IBrowserContext> Context(int height) => browser.Context(new()
    {
        ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = Width, Height = height }, Locale = "en-GB",
    });
}
