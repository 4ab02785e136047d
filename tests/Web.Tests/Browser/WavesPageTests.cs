using HilBench.Web.Tests.Waves;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>The waveforms as a person at the browser sees them.</summary>
public class WavesPageTests(TestBrowser browser)
{
    [Fact]
    public async Task A_key_that_is_pressed_on_the_page_of_the_meter_is_seen_on_the_wires_of_the_keypad()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var meter = await TestBrowser.Open(context, panel.Address);
        var waves = await TestBrowser.Open(context, panel.Address + "waves");
        await Expect(waves.GetByRole(AriaRole.Button, new() { Name = "Follow" }))
            .ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(waves.Locator(".wave-names")).Not.ToContainTextAsync("KEY_7");
        await MeterPageTests.Key(meter, '7').ClickAsync();
        await Expect(waves.Locator(".wave-names")).ToContainTextAsync("KEY_7");
        await Expect(waves.Locator(".wave-lane.told")).ToContainTextAsync("key 7");
        await Expect(waves.Locator(".wave-side svg.glass")).ToHaveAttributeAsync("aria-label", "Display: 7");
        Assert.Empty(panel.Told);
    }

    [Fact]
    public async Task The_pulses_that_write_the_display_are_found_and_measured_to_half_a_microsecond()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var meter = await TestBrowser.Open(context, panel.Address);
        await MeterPageTests.Key(meter, '7').ClickAsync();
        await Expect(MeterPageTests.Glass(meter)).ToHaveAttributeAsync("aria-label", "Display: 7");
        var page = await TestBrowser.Open(context, panel.Address + "waves");
        await page.GetByRole(AriaRole.Button, new() { Name = "LCD_E", Exact = true }).ClickAsync();
        await Press(page, "To the end", "Cursor B", "Edge before", "Cursor A", "Edge before", "Edge before");
        // The page does what was clicked in its order, so this is after the last of it.
        await Expect(page.Locator(".wave-facts dd").Nth(2)).ToHaveTextAsync("0.5 µs");
        var length = page.Locator(".wave-length");
        for (var i = 0; i < 30 && await length.TextContentAsync() != "1 µs"; i++) await Press(page, "Zoom in");
        await Expect(length).ToHaveTextAsync("1 µs");
        // E is high for 0.5 µs and, between two nibbles, low for as long: from edge to edge is half of the 800 pixels.
        await Expect(page.Locator(".wave-lane.chosen .wave-line")).ToHaveAttributeAsync(
            "d", new System.Text.RegularExpressions.Regex("v-?10h(399|400|401)v-?10"));
        await TestBrowser.Picture(page, "waves-of-lcd");
    }

    [Fact]
    public async Task A_click_puts_the_cursor_where_it_was_clicked_though_something_is_drawn_there()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address + "recordings");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "mine.hbr", MimeType = "application/octet-stream", Buffer = TestTape.RecordingFile(),
        });
        // The recording is 500 ms long; the picture on the display lasts from 130 ms on and has a box with a text.
        await page.Locator(".wave-lanes svg").ClickAsync(new() { Position = new() { X = 640, Y = 40 } });
        await Expect(page.Locator(".wave-facts dd").First).ToHaveTextAsync("0.400 000 0 s");
        await Expect(page.Locator(".wave-side svg.glass")).ToHaveAttributeAsync("aria-label", "Display: 1");
        Assert.Empty(panel.Told);
    }

    private static async Task Press(IPage page, params string[] buttons)
    {
        foreach (var button in buttons)
            await page.Locator(".wave-bar").GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }
}
