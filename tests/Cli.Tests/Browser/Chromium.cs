using System.Diagnostics;

namespace HilBench.Cli.Tests.Browser;

/// <summary>
/// Debian's Chromium without a window. Where it is not installed these tests are skipped; <c>.ci/run</c> installs it,
/// and there they fail.
/// </summary>
internal static class Chromium
{
    private const string Path = "/usr/bin/chromium";
    private const string NoSkips = "HILBENCH_NO_SKIPS";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static void Demand()
    {
        if (File.Exists(Path)) return;
        Assert.True(Environment.GetEnvironmentVariable(NoSkips) != "1", $"{Path} is missing and {NoSkips} is set");
        Assert.Skip("needs Debian's chromium");
    }

    /// <summary>Opens a page from disk and returns what became of it once its scripts had run.</summary>
    public static async Task<string> Open(string page, string profile)
    {
        using var chromium = Process.Start(new ProcessStartInfo(Path)
        {
            // As root it has no sandbox of its own.
            ArgumentList =
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", $"--user-data-dir={profile}",
                "--window-size=1200,900", "--virtual-time-budget=20000", "--dump-dom", new Uri(page).AbsoluteUri,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var said = chromium.StandardError.ReadToEndAsync(patience.Token);
            var dom = await chromium.StandardOutput.ReadToEndAsync(patience.Token);
            await chromium.WaitForExitAsync(patience.Token);
            Assert.True(chromium.ExitCode == 0, $"chromium ended with {chromium.ExitCode}: {await said}");
            return dom;
        }
        finally
        {
            if (!chromium.HasExited) chromium.Kill(entireProcessTree: true);
        }
    }
}
