using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>The page speaks the language of the browser, or the one that its reader chose.</summary>
public class LanguageTests(TestBrowser browser)
{
    [Theory]
    [InlineData("de-DE", "de", "Der Zähler auf dem Prüfstand", "Gespeicherter Datensatz", "Anzeige: 10.0 kWh")]
    [InlineData("sw-KE", "sw", "Mita kwenye benchi", "Kumbukumbu iliyohifadhiwa", "Skrini: 10.0 kWh")]
    [InlineData("fr-FR", "en", "The meter on the bench", "Stored record", "Display: 10.0 kWh")]
    public async Task The_page_of_the_meter_follows_the_browser(
        string locale, string language, string title, string record, string glass)
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context(new() { Locale = locale });
        var page = await TestBrowser.Open(context, panel.Address);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = record })).ToBeVisibleAsync();
        await Expect(MeterPageTests.Glass(page)).ToHaveAttributeAsync("aria-label", glass);
        await TestBrowser.Picture(page, "meter-" + language);
        Assert.Empty(panel.Told);
    }

    [Fact]
    public async Task A_language_that_was_chosen_stays_chosen_on_every_page()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address + "waves");
        await page.GetByRole(AriaRole.Link, new() { Name = "Kiswahili" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mawimbi");
        Assert.EndsWith("/waves", page.Url);
        await page.GotoAsync(panel.Address);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sw");
        await Expect(page.Locator("#record")).ToHaveTextAsync("Rekodi kwa mkono");
        await page.GetByRole(AriaRole.Link, new() { Name = "Deutsch" }).ClickAsync();
        await Expect(page.Locator("#record")).ToHaveTextAsync("Von Hand aufzeichnen");
    }

    [Fact]
    public async Task The_choice_of_a_language_leads_to_no_other_site()
    {
        using var panel = new TestPanel();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = panel.Panel.Address };
        foreach (var back in (string[])["/elsewhere.example", "%5Celsewhere.example", "%2Felsewhere.example"])
        {
            using var answer = await client.GetAsync($"language/de?back={back}", TestContext.Current.CancellationToken);
            Assert.Equal("/", answer.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task Sentences_stay_as_they_are_and_say_in_which_language_they_are()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context(new() { Locale = "de-DE" });
        var page = await TestBrowser.Open(context, panel.Address);
        var first = page.Locator(".steps li").First;
        await Expect(first).ToContainTextAsync("Given a meter with key revision 1");
        await Expect(first).ToHaveAttributeAsync("lang", "en");
    }
}
