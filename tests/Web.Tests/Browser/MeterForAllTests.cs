using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HilBench.Web.Tests.Browser;

/// <summary>The page of the meter for people who see little, have it dark, or hold a telephone.</summary>
public class MeterForAllTests(TestBrowser browser)
{
    private const int Desk = 1400;
    private const int Phone = 380;

    /// <summary>A page is called steady below 0.1. Ours moves a word when the buzzer counts to 10: 0.00007.</summary>
    private const double Steady = 0.001;

    /// <summary>Keeps how far things jump, and which.</summary>
    private const string Shifts = """
        () => {
          window.jumped = [];
          new PerformanceObserver(list => {
            for (const one of list.getEntries()) {
              // What follows a click at once is what was asked for. Between keys there is no time in which nothing was.
              if (window.isTyping || !one.hadRecentInput) {
                window.jumped.push([one.value, one.sources.map(source => source.node?.outerHTML ?? '').join()]);
              }
            }
          }).observe({ type: 'layout-shift', buffered: true });
        }
        """;

    /// <summary>After one more picture of the page, so that the observer has seen all before.</summary>
    private const string NextPicture = "() => new Promise(next => requestAnimationFrame(() => setTimeout(next)))";

    public static TheoryData<ColorScheme, int> Looks => new()
    {
        { ColorScheme.Light, Desk }, { ColorScheme.Dark, Desk },
        { ColorScheme.Light, Phone }, { ColorScheme.Dark, Phone },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Names_contrast_and_structure_are_as_the_guidelines_want_them(ColorScheme scheme, int width)
    {
        using var panel = new TestPanel();
        await using var context = await Context(scheme, width);
        var page = await TestBrowser.Open(context, panel.Address);
        await Expect(page.Locator("#stored-credit")).ToHaveTextAsync("10.0 kWh");
        await Check(page, width, $"fresh-{scheme}-{width}");

        await RecordingByHandTests.RecordAToken(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "The display must show" }).ClickAsync();
        await Expect(page.Locator(".chooser")).ToBeVisibleAsync();
        await page.GetByText("Another meter").ClickAsync();
        await Check(page, width, $"recording-{scheme}-{width}");

        await page.GotoAsync(panel.Address + "waves");
        await Expect(page.Locator(".wave-names li")).Not.ToHaveCountAsync(0);
        await Check(page, width, $"live-waves-{scheme}-{width}");
        await page.GotoAsync(panel.Address + "recordings");
        await Expect(page.Locator("input[type=file]")).ToBeVisibleAsync();
        await Check(page, width, $"recordings-{scheme}-{width}");
        Assert.Empty(panel.Told);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_rig_that_is_not_there_is_told_to_everybody(ColorScheme scheme, int width)
    {
        using var panel = new TestPanel("raspberry-pi");
        await using var context = await Context(scheme, width);
        var page = await TestBrowser.Open(context, panel.Address);
        await Expect(page.Locator("#rig-fault")).Not.ToBeEmptyAsync();
        await Expect(page.GetByText("There is no meter yet.")).ToHaveCountAsync(2);
        await Check(page, width, $"rig-fault-{scheme}-{width}");
    }

    [Fact]
    public async Task The_display_is_read_out_as_text_when_it_changes()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await MeterPageTests.Key(page, '7').ClickAsync();
        var spoken = page.Locator("#glass-text");
        await Expect(spoken).ToHaveTextAsync("7");
        await Expect(spoken).ToHaveAttributeAsync("aria-live", "polite");
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Display: 7" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_newest_of_many_steps_is_in_sight()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await page.Locator("#record").ClickAsync();
        await Expect(page.Locator("#scenario-title")).ToBeVisibleAsync();
        for (var i = 0; i < 20; i++) await page.Locator("#sell").ClickAsync();
        await Expect(page.Locator(".steps li")).ToHaveCountAsync(22);
        var isInSight = await page.Locator(".steps li").Last.EvaluateAsync<bool>("""
            step => step.getBoundingClientRect().bottom <= step.closest('.steps-box').getBoundingClientRect().bottom + 1
            """);
        Assert.True(isInSight);
        await Check(page, page.ViewportSize!.Width, "many-steps");
    }

    [Theory]
    [InlineData(Desk)]
    [InlineData(Phone)]
    public async Task Nothing_jumps_while_a_token_is_bought_typed_and_accepted(int width)
    {
        using var panel = new TestPanel();
        await using var context = await Context(ColorScheme.Light, width);
        var page = await TestBrowser.Open(context, panel.Address);
        await page.EvaluateAsync(Shifts);
        await page.Locator("#sell").ClickAsync();
        var digits = (await page.Locator(".tray code").InnerTextAsync()).Replace(" ", "");
        await page.EvaluateAsync(NextPicture);
        await page.EvaluateAsync("window.isTyping = true");
        await page.Locator("#typing").PressSequentiallyAsync(digits);
        await page.Locator("#typing").PressAsync("Enter");
        await Expect(page.Locator("#stored-credit")).ToHaveTextAsync("35.6 kWh");
        await Expect(page.Locator(".steps li").Last).ToContainTextAsync("the customer keys in token \"A\"");
        await page.EvaluateAsync(NextPicture);
        var sum = await page.EvaluateAsync<double>("window.jumped.reduce((sum, one) => sum + one[0], 0)");
        var what = await page.EvaluateAsync<string>("JSON.stringify(window.jumped)");
        Assert.True(sum < Steady, what);
    }

    private Task<IBrowserContext> Context(ColorScheme scheme, int width) => browser.Context(new()
    {
        ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, Locale = "en-GB",
    });

    private static async Task Check(IPage page, int width, string picture)
    {
        await TestBrowser.Picture(page, picture);
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.SelectMany(one => one.Nodes.Select(node => $"{picture}: {one.Id}: {node.Html}")));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
