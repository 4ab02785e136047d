using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>Many look on, and one drives.</summary>
public class SharedBenchTests(TestBrowser browser)
{
    [Fact]
    public async Task What_one_page_does_the_other_sees_and_cannot_do()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var driver = await TestBrowser.Open(context, panel.Address);
        var watcher = await TestBrowser.Open(context, panel.Address);
        await MeterPageTests.Key(driver, '7').ClickAsync();
        await Expect(MeterPageTests.Glass(watcher)).ToHaveAttributeAsync("aria-label", "Display: 7");
        await Expect(watcher.Locator("#watching")).ToContainTextAsync("drives; you are watching");
        await Expect(MeterPageTests.Key(watcher, '7')).ToBeDisabledAsync();
        await Expect(MeterPageTests.Key(driver, '7')).ToBeEnabledAsync();

        await watcher.GetByRole(AriaRole.Button, new() { Name = "Take over" }).ClickAsync();
        await Expect(MeterPageTests.Key(driver, '7')).ToBeDisabledAsync();
        await MeterPageTests.Key(watcher, '8').ClickAsync();
        await Expect(MeterPageTests.Glass(driver)).ToHaveAttributeAsync("aria-label", "Display: 78");
    }

    [Fact]
    public async Task A_page_that_is_closed_lets_go_of_the_bench()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var driver = await TestBrowser.Open(context, panel.Address);
        var watcher = await TestBrowser.Open(context, panel.Address);
        await MeterPageTests.Key(driver, '7').ClickAsync();
        await Expect(MeterPageTests.Key(watcher, '7')).ToBeDisabledAsync();
        await driver.CloseAsync();
        await Expect(MeterPageTests.Key(watcher, '7')).ToBeEnabledAsync();
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_shows_the_same_meter()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await MeterPageTests.Key(page, '4').ClickAsync();
        await Expect(MeterPageTests.Glass(page)).ToHaveAttributeAsync("aria-label", "Display: 4");
        await page.ReloadAsync();
        await Expect(page.Locator("[data-ready=true]")).ToHaveCountAsync(1);
        await MeterPageTests.Key(page, '2').ClickAsync();
        await Expect(MeterPageTests.Glass(page)).ToHaveAttributeAsync("aria-label", "Display: 42");
    }

    [Fact]
    public async Task A_page_comes_back_by_itself_when_the_panel_was_started_again()
    {
        await using var context = await browser.Context();
        IPage page;
        int port;
        using (var first = new TestPanel())
        {
            port = first.Panel.Address.Port;
            page = await TestBrowser.Open(context, first.Address);
            await MeterPageTests.Key(page, '4').ClickAsync();
        }

        await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        using var second = new TestPanel(change: settings => settings with { Port = port });
        await Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await Expect(page.Locator("[data-ready=true]")).ToHaveCountAsync(1);
        await MeterPageTests.Key(page, '9').ClickAsync();
        await Expect(MeterPageTests.Glass(page)).ToHaveAttributeAsync("aria-label", "Display: 9");
    }

    [Fact]
    public async Task A_rig_that_is_not_there_is_told_and_may_be_tried_again()
    {
        using var panel = new TestPanel("raspberry-pi");
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await Expect(page.Locator("#rig-fault")).Not.ToBeEmptyAsync();
        await Expect(page.GetByText("Rig fault")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.Locator("#rig-fault")).Not.ToBeEmptyAsync();
        await TestBrowser.Picture(page, "rig-fault");
    }

    [Fact]
    public void A_second_panel_on_a_port_is_refused_in_one_line()
    {
        using var panel = new TestPanel();
        var port = panel.Panel.Address.Port;
        var wrong = Assert.Throws<HilBench.Input.SettingsException>(
            () => new TestPanel(change: settings => settings with { Port = port }));
        Assert.StartsWith($"hilbench web: port {port} cannot be opened (", wrong.Message);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    [Theory]
    [InlineData("none", "35.6 kWh")]
    [InlineData("virtual-segments", "35.6")]
    [InlineData("virtual-i2c", "35.6 kWh")]
    [InlineData("token-port", "35.6 kWh")]
    [InlineData("serial-panel", "35.6 kWh")]
    public async Task Every_kind_of_rig_that_needs_no_board_takes_a_token(string rig, string credit)
    {
        using var panel = new TestPanel(rig);
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await page.Locator("#sell").ClickAsync();
        await page.Locator(".tray").GetByRole(AriaRole.Button, new() { Name = "Type it" }).ClickAsync();
        await Expect(page.Locator("#stored-credit")).ToHaveTextAsync(credit);
        await TestBrowser.Picture(page, "rig-" + rig);
        Assert.Empty(panel.Told);
    }
}
