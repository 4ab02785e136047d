using Deque.AxeCore.Playwright;
using HilBench.Web.Tests.Waves;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>The waveforms for people who see little, have no mouse, or hold a telephone.</summary>
public class WavesForAllTests(TestBrowser browser)
{
    private const int PhoneWidth = 390;

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, PhoneWidth)]
    public async Task Names_contrast_and_structure_are_as_the_guidelines_want_them(ColorScheme scheme, int width)
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context(new()
        {
            ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, Locale = "en-GB",
        });
        var page = await TestBrowser.Open(context, panel.Address + "recordings");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "mine.hbr", MimeType = "application/octet-stream", Buffer = TestTape.RecordingFile(),
        });
        await Expect(page.Locator(".wave-viewer")).ToBeVisibleAsync();
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.SelectMany(one => one.Nodes.Select(node => $"{one.Id}: {node.Html}")));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await TestBrowser.Picture(page, $"waves-{scheme}-{width}");
        Assert.Empty(panel.Told);
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_recording_is_opened_and_an_edge_is_found()
    {
        using var panel = new TestPanel();
        var folder = Path.Combine(panel.Home, "reports");
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(
            Path.Combine(folder, "mine.hbr"), TestTape.RecordingFile(), TestContext.Current.CancellationToken);
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address + "recordings");
        await page.TabTo("a[href^='recordings?file']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".wave-viewer")).ToBeVisibleAsync();
        await page.TabTo(".wave-scroll");
        // Past the steps and the display.
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Expect(page.Locator(".wave-facts dd").First).ToHaveTextAsync("0.100 000 0 s");
        await Expect(page.Locator(".wave-chosen")).ToContainTextAsync("KEY_1 (A): 1");
        await page.TabTo(".wave-slider.b input");
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator(".wave-facts dd").Nth(2)).ToHaveTextAsync("400 ms");
    }
}
