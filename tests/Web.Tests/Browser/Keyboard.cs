using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>A person without a mouse.</summary>
internal static class Keyboard
{
    /// <summary>Far more than a page has places to go to.</summary>
    private const int MostStops = 150;

    /// <summary>Goes on from place to place until one is it; after the last one comes the first again.</summary>
    public static async Task TabTo(this IPage page, string selector)
    {
        for (var i = 0; i < MostStops; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"The keyboard does not get to {selector}.");
    }

    /// <summary>Goes to it and presses Enter.</summary>
    public static async Task EnterAt(this IPage page, string selector)
    {
        await Expect(page.Locator(selector).First).ToBeEnabledAsync();
        await page.TabTo(selector);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes to a field and writes into it, in place of what stands there.</summary>
    public static async Task WriteAt(this IPage page, string selector, string text)
    {
        await page.TabTo(selector);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
    }
}
