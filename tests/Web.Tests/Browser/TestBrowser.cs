using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(HilBench.Web.Tests.Browser.TestBrowser))]

namespace HilBench.Web.Tests.Browser;

/// <summary>
/// Debian's Chromium, driven by Playwright: one for all tests. Without it a test is skipped; where
/// <c>HILBENCH_NO_SKIPS</c> is set, it fails.
/// </summary>
public sealed class TestBrowser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Pictures of pages go here, for somebody to look at; null when nobody asked.</summary>
    public static string? Pictures { get; } = Environment.GetEnvironmentVariable("HILBENCH_PICTURES");

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } program) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu"],
        });
    }

    /// <summary>A browser with its own cookies.</summary>
    public async Task<IBrowserContext> Context(BrowserNewContextOptions? options = null)
    {
        if (_browser is null)
        {
            var why = "chromium is not installed (Debian: apt install chromium)";
            Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("HILBENCH_NO_SKIPS")), why);
            Assert.Fail(why);
        }

        var context = await _browser.NewContextAsync(options ?? new() { Locale = "en-GB" });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    /// <summary>A page that is ready: what is clicked on it reaches the bench.</summary>
    public static async Task<IPage> Open(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        var connected = page.WaitForWebSocketAsync();
        await page.GotoAsync(address);
        await connected;
        await Assertions.Expect(page.Locator("[data-ready=true]")).ToHaveCountAsync(1);
        return page;
    }

    public static async Task Picture(IPage page, string name)
    {
        if (Pictures is null) return;
        Directory.CreateDirectory(Pictures);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
