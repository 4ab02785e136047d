using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>Something is done once by hand, and is a scenario from then on.</summary>
public class RecordingByHandTests(TestBrowser browser)
{
    [Fact]
    public async Task What_was_done_by_hand_is_saved_as_the_sentences_it_was()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await RecordAToken(page);
        await page.Locator("#scenario-title").FillAsync("Bought at the counter");
        await page.Locator("#save").ClickAsync();
        await Expect(page.Locator("#saved")).ToContainTextAsync("by-hand.feature:3");
        await TestBrowser.Picture(page, "recorded");
        Assert.Equal(
            """
            Feature: By hand

              Scenario: Bought at the counter
                Given a meter with key revision 1 on base date 1993
                And the meter holds 10.0 kWh
                And a 25.6 kWh credit token "A"
                When the customer keys in token "A"
                Then the meter accepts it
                And the meter holds 35.6 kWh
                When the mains fails
                And the mains returns
                Then the display shows "35.6 kWh"

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(
                Path.Combine(panel.Features, "by-hand.feature"), TestContext.Current.CancellationToken));
        Assert.Empty(panel.Told);
    }

    [Fact]
    public async Task A_second_scenario_is_added_to_the_file_and_one_of_the_same_title_is_not()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await RecordAToken(page);
        await Save(page, "First", "by-hand.feature");
        await Expect(page.Locator("#saved")).ToContainTextAsync("by-hand.feature:3");
        await Save(page, "Second", "by-hand.feature");
        await Expect(page.Locator("#saved")).ToContainTextAsync("by-hand.feature:14");
        await Save(page, "Second", "by-hand.feature");
        await Expect(page.Locator("#not-saved")).ToContainTextAsync("Second");
        await Save(page, "Third", "../out.feature");
        await Expect(page.Locator("#not-saved")).ToContainTextAsync("is no place for a feature");
        Assert.Equal(["by-hand.feature"], Directory.GetFiles(panel.Features).Select(Path.GetFileName));
        Assert.False(File.Exists(Path.Combine(panel.Home, "out.feature")));
    }

    [Fact]
    public async Task What_is_not_so_is_told_and_not_added()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await page.Locator("#record").ClickAsync();
        await Expect(page.Locator("#scenario-title")).ToBeVisibleAsync();
        await page.Locator("#sentence").FillAsync("Then the meter holds 99.9 kWh");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#note")).ToContainTextAsync("the meter holds 10.0 kWh, not 99.9 kWh");
        await page.Locator("#sentence").FillAsync("When the customer key in the token");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#note")).ToContainTextAsync("did you mean \"the customer keys in the token\"?");
        await Expect(page.Locator(".steps li")).ToHaveCountAsync(2);
        // The meter goes on.
        await MeterPageTests.Key(page, '5').ClickAsync();
        await Expect(page.Locator(".steps li").Last).ToContainTextAsync("the customer presses \"5\"");
    }

    [Fact]
    public async Task Markup_in_sentences_titles_and_names_of_tokens_is_text()
    {
        const string markup = "<img src=x onerror=alert(1)>";
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        var alarms = 0;
        page.Dialog += (_, dialog) =>
        {
            alarms++;
            _ = dialog.DismissAsync();
        };
        await page.Locator("#record").ClickAsync();
        await Expect(page.Locator("#scenario-title")).ToBeVisibleAsync();
        await page.Locator("#sentence").FillAsync($"Given a 25.6 kWh credit token \"{markup}\"");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".tray li b")).ToHaveTextAsync(markup);
        await page.Locator("#sentence").FillAsync($"When {markup}");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#note")).ToContainTextAsync(markup);
        await page.Locator("#stored-credit + button").ClickAsync();
        await Save(page, markup, "by-hand.feature");
        await Expect(page.Locator("#saved")).ToBeVisibleAsync();
        await Expect(page.Locator("img")).ToHaveCountAsync(0);
        Assert.Equal(0, alarms);
    }

    [Fact]
    public async Task The_last_step_is_taken_back_as_if_it_had_never_been()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await RecordAToken(page);
        foreach (var left in (int[])[8, 7, 6, 5, 4, 3])
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Take back the last step" }).ClickAsync();
            await Expect(page.Locator(".steps li")).ToHaveCountAsync(left);
        }

        await Expect(page.Locator("#stored-credit")).ToContainTextAsync("10.0 kWh");
        await Expect(page.Locator(".tray li")).ToHaveCountAsync(1);
    }

    /// <summary>Buys a token, types it by clicks, cuts the mains, and holds fast what must be so.</summary>
    internal static async Task RecordAToken(IPage page)
    {
        await page.Locator("#record").ClickAsync();
        await Expect(page.Locator("#scenario-title")).ToBeVisibleAsync();
        await page.Locator("#sell").ClickAsync();
        var digits = (await page.Locator(".tray code").InnerTextAsync()).Replace(" ", "");
        foreach (var key in digits) await MeterPageTests.Key(page, key).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter" }).ClickAsync();
        // What may be held fast is what stands there at the click: a person waits for it, too.
        await Expect(MeterPageTests.Glass(page)).ToHaveAttributeAsync("aria-label", "Display: Accept");
        await Must(page, "the meter accepts it");
        await page.Locator("#stored-credit + button").ClickAsync();
        await Expect(page.Locator(".steps li").Last).ToContainTextAsync("the meter holds 35.6 kWh");
        var mains = page.GetByRole(AriaRole.Switch);
        await mains.ClickAsync();
        await Expect(mains).ToHaveAttributeAsync("aria-checked", "false");
        await mains.ClickAsync();
        await Expect(mains).ToHaveAttributeAsync("aria-checked", "true");
        await Expect(MeterPageTests.Glass(page)).ToHaveAttributeAsync("aria-label", "Display: 35.6 kWh");
        await Must(page, "the display shows \"35.6 kWh\"");
    }

    private static async Task Must(IPage page, string sentence)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "The display must show" }).ClickAsync();
        await page.Locator(".chooser").GetByRole(AriaRole.Button, new() { Name = sentence }).First.ClickAsync();
        await Expect(page.Locator(".steps li").Last).ToContainTextAsync(sentence);
    }

    private static async Task Save(IPage page, string title, string file)
    {
        await page.Locator("#scenario-title").FillAsync(title);
        await page.Locator("#scenario-file").FillAsync(file);
        await page.Locator("#save").ClickAsync();
    }
}
