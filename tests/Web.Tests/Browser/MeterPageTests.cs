using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>What a person at the browser does to the meter, and sees of it.</summary>
public class MeterPageTests(TestBrowser browser)
{
    [Fact]
    public async Task A_token_typed_by_clicks_is_read_from_the_glass()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await Expect(Glass(page)).ToHaveAttributeAsync("aria-label", "Display: 10.0 kWh");
        await page.Locator("#sell").ClickAsync();
        var digits = (await page.Locator(".tray code").InnerTextAsync()).Replace(" ", "");
        Assert.Equal(20, digits.Length);
        foreach (var key in digits) await Key(page, key).ClickAsync();
        await Expect(Glass(page)).ToHaveAttributeAsync("aria-label", Spaced(digits));
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter" }).ClickAsync();
        await Expect(Glass(page)).ToHaveAttributeAsync("aria-label", "Display: Accept");
        await Expect(page.Locator("#stored-credit")).ToHaveTextAsync("35.6 kWh");
        await TestBrowser.Picture(page, "meter");
        Assert.Empty(panel.Told);
    }

    [Fact]
    public async Task A_token_typed_on_the_keyboard_is_taken()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await page.Locator("#sell").ClickAsync();
        var digits = await page.Locator(".tray code").InnerTextAsync();
        await page.Locator("#typing").PressSequentiallyAsync(digits.Replace(" ", ""));
        await page.Locator("#typing").PressAsync("Enter");
        await Expect(page.Locator("#stored-credit")).ToHaveTextAsync("35.6 kWh");
        await Expect(page.Locator(".steps li").Last).ToContainTextAsync("the customer keys in token \"A\"");
    }

    internal static ILocator Glass(IPage page) => page.Locator(".meter svg.glass");

    internal static ILocator Key(IPage page, char key) =>
        page.Locator(".pad").GetByRole(AriaRole.Button, new() { Name = key.ToString(), Exact = true });

    /// <summary>The generic meter shows twenty digits in two lines.</summary>
    private static System.Text.RegularExpressions.Regex Spaced(string digits) => new("Display: .*" + digits[^1]);
}
