using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>Nothing on the page needs a mouse.</summary>
public class KeyboardOnlyTests(TestBrowser browser)
{
    [Fact]
    public async Task A_token_is_bought_typed_held_fast_and_saved_by_the_keyboard_alone()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await page.EnterAt("#record");
        await Expect(page.Locator("#record")).ToHaveAttributeAsync("aria-pressed", "true");

        await page.WriteAt("#token-amount", "12.5");
        await page.EnterAt("#sell");
        var digits = (await page.Locator(".tray code").InnerTextAsync()).Replace(" ", "");
        await page.TabTo("#typing");
        await page.Keyboard.TypeAsync(digits);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#glass-text")).ToHaveTextAsync("Accept");
        await Expect(page.Locator("#stored-credit")).ToHaveTextAsync("22.5 kWh");

        await page.EnterAt(".meter .must");
        await page.EnterAt(".chooser button");
        await Expect(page.Locator(".steps li").Last).ToContainTextAsync("Then the meter accepts it");
        // What was chosen from is gone, and the keyboard is not thrown to the top of the page.
        await Expect(page.Locator(".meter .must")).ToBeFocusedAsync();
        await page.EnterAt("#stored-credit + button");
        await Expect(page.Locator(".steps li").Last).ToContainTextAsync("the meter holds 22.5 kWh");

        await page.WriteAt("#scenario-title", "Bought without a mouse");
        await page.WriteAt("#scenario-file", "counter/keys.feature");
        await page.EnterAt("#save");
        await Expect(page.Locator("#saved")).ToContainTextAsync("counter/keys.feature:3");
        await page.EnterAt("#run-it");
        await Expect(page.Locator("#ran")).ToContainTextAsync("passed");
        Assert.True(File.Exists(Path.Combine(panel.Features, "counter", "keys.feature")));
        Assert.Empty(panel.Told);
    }

    [Fact]
    public async Task Where_the_keyboard_is_can_always_be_seen()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        var places = await page.Locator("a, button:enabled, input:enabled").CountAsync();
        for (var i = 0; i < places; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var place = await page.EvaluateAsync<string>(
                "(one => one === document.body ? '' : getComputedStyle(one).outlineStyle + ' ' + one.outerHTML)"
                + "(document.activeElement)");
            Assert.True(place.Length == 0 || !place.StartsWith("none", StringComparison.Ordinal), place);
        }
    }
}
